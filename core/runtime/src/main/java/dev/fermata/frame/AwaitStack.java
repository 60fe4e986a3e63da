package dev.fermata.frame;

import dev.fermata.AsyncGenerator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * The stack that a suspended chain of frames stands for: the methods that would be on a thread's stack if awaiting blocked it
 * (asyncio's {@code capture_call_graph}). Frames that the runtime itself adds to a chain are left out.
 *
 * <p>Any thread may ask, even while another one runs the chain; then what it gets is what it found in passing.
 */
public final class AwaitStack {
    /** A chain that another thread changes may look like a ring. */
    private static final int LONGEST = 1 << 20;

    /** So many are looked at for a stack trace; a failure may be caught and thrown anew in each of a million frames. */
    private static final int FARTHEST = 8192;

    private AwaitStack() {}

    /**
     * The methods of a chain, each with the line where it stands. A method that runs at the moment has no line: the stack of
     * its thread tells it.
     *
     * @param root the outermost frame, not null
     * @return the innermost method first; empty if the chain has ended
     */
    public static List<StackTraceElement> of(Frame root) {
        List<StackTraceElement> stack = new ArrayList<>();
        forEach(root, frame -> add(frame, stack));
        Collections.reverse(stack);
        return stack;
    }

    /**
     * The methods of an asynchronous generator, as of a chain.
     *
     * @param generator the generator, not null
     * @return the innermost method first; empty if the generator has ended, or has not been made by a woven method
     */
    public static List<StackTraceElement> of(AsyncGenerator<?> generator) {
        return (Object) generator instanceof AsyncGeneratorHandle handle ? of(handle.frame()) : List.of();
    }

    /** Those of a chain, the outermost first. */
    static void forEach(Frame root, Consumer<Frame> action) {
        Frame frame = root;
        for (int length = 0; frame != null && length < LONGEST; length++) {
            action.accept(frame);
            frame = frame.delegateNow();
        }
    }

    /**
     * What a thread does on behalf of the event loop that it runs, without the loop and the rest of the machinery.
     *
     * @param thread the thread, not null
     * @return the innermost method first; empty if the thread has ended
     */
    public static List<StackTraceElement> ofThread(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        int own = 0;
        while (own < stack.length && !Machinery.runsLoop(stack[own])) {
            own++;
        }
        return Machinery.hideBelowTop(Arrays.copyOf(stack, own)).stream()
                .map(Machinery::brief)
                .toList();
    }

    /**
     * The innermost methods of a suspended chain, mostly found without going through all of it.
     *
     * @param root the outermost frame, not null
     * @param most how many at most, positive
     * @return the first of {@link #of}
     */
    public static List<StackTraceElement> innermost(Frame root, int most) {
        List<StackTraceElement> stack = new ArrayList<>(most);
        for (Frame frame = root.innermost(); frame != null && stack.size() < most; frame = frame.delegator()) {
            add(frame, stack);
        }
        return stack;
    }

    /** Those that wait for a frame, the nearest first, but no more than so many of either end. */
    static List<StackTraceElement> above(Frame frame, int nearest, int outermost) {
        return from(frame.delegator(), nearest, outermost);
    }

    /** A frame and those that wait for it. */
    static List<StackTraceElement> from(Frame innermost, int nearest, int outermost) {
        List<StackTraceElement> near = new ArrayList<>();
        Ring far = new Ring(outermost);
        Frame frame = innermost;
        for (int seen = 0; frame != null && seen < FARTHEST; seen++) {
            if (near.size() < nearest) {
                add(frame, near);
            } else {
                far.add(frame);
            }
            frame = frame.delegator();
        }
        if (frame == null) {
            far.appendTo(near);
        } else {
            near.add(Boundary.of("and thousands more"));
        }
        return near;
    }

    private static void add(Frame frame, List<StackTraceElement> stack) {
        StackTraceElement place = frame.place();
        if (place != null) {
            stack.add(place);
        }
    }

    /** The last few of many. */
    private static final class Ring {
        private final Frame[] frames;
        private int seen;

        Ring(int size) {
            frames = new Frame[size];
        }

        void add(Frame frame) {
            if (!frame.places().isEmpty()) {
                frames[seen++ % frames.length] = frame;
            }
        }

        void appendTo(List<StackTraceElement> stack) {
            int kept = Math.min(seen, frames.length);
            if (seen > kept) {
                stack.add(Boundary.leftOut(seen - kept));
            }
            for (int at = seen - kept; at < seen; at++) {
                stack.add(frames[at % frames.length].place());
            }
        }
    }
}
