package dev.fermata.frame;

import dev.fermata.Cancellation;
import dev.fermata.GeneratorExit;
import dev.fermata.internal.DebugMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the stack traces of failures say who awaited. The JVM sees no more of a resumed method than its thread does: the
 * callers are objects on the heap. When a failure leaves a method whose callers are suspended, or is thrown at the {@code
 * await} of another task, they are added to its trace, on the same exception, as ordinary elements:
 *
 * <pre>
 *   at com.acme.Users.find(Users.java:31)               on the thread's stack when it was made
 *   at fermata.suspended(awaited by)
 *   at com.acme.Orders.load(Orders.java:18)             suspended, on the heap
 *   at com.acme.Orders.ship(Orders.java:9)
 *   at fermata.suspended(task-2, awaited by)            the failure has gone from task to task
 *   at com.acme.Shop.open(Shop.java:44)
 *   at com.acme.Main.main(Main.java:12)                 below the loop on the thread's stack
 * </pre>
 *
 * <p>Nothing is done before something is thrown. A failure without a trace is left alone. One that several tasks await
 * shows the one to which it was thrown last; an exception that is made once and thrown again and again keeps the callers
 * of its first time. The system property {@code fermata.traces} turns this {@code off}, or has it show {@code all}: the
 * elements of the runtime and of frame classes too.
 */
final class Traces {
    private static final String MODE = System.getProperty("fermata.traces", "");
    private static final boolean IS_ON = !MODE.equals("off");
    private static final boolean HIDES = !MODE.equals("all");

    /** How many callers are added at most, of longer chains at either end: as many as the JVM keeps of a thread's stack. */
    private static final int NEAREST = 960;

    private static final int OUTERMOST = 64;

    /** A trace that has got this long, as that of an exception that is thrown again and again, is left alone. */
    private static final int LONGEST = 4 * (NEAREST + OUTERMOST);

    private Traces() {}

    /** A failure leaves the outermost body on the stack, to whoever has called that. */
    static void leaving(Throwable error) {
        if (IS_ON && HIDES && mayHaveTrace(error)) {
            attempt(() -> FailureTree.walk(error, (each, parent) -> hideMachinery(each) || parent == null));
        }
    }

    /** Whether something has been suppressed since then that has to be extended, too. */
    static boolean hasSuppressedMore(Throwable error, int then) {
        return IS_ON && error.getSuppressed().length > then; // which cannot be overridden
    }

    /**
     * A failure goes from a frame to the one that waits for it, which is not on the stack. It does so once for each frame up
     * to the one that catches it, but need be told of the first only, unless it then suppresses more.
     *
     * @return how many others the failure has suppressed
     */
    static int crossing(Throwable error, Frame from) {
        if (!IS_ON) {
            return 0;
        }
        if (mayHaveTrace(error)) {
            attempt(() -> {
                if (error.getStackTrace().length > 0) {
                    cross(error, from);
                }
            });
        }
        return error.getSuppressed().length;
    }

    private static void cross(Throwable error, Frame from) {
        List<StackTraceElement> callers = AwaitStack.above(from, NEAREST, OUTERMOST);
        if (callers.isEmpty()) {
            leaving(error);
        } else {
            Crossing crossing = new Crossing(error, from, withBoundary(from, callers), stackBelow());
            FailureTree.walk(error, crossing::extend);
        }
    }

    /** A failure is about to be thrown where a suspended chain waits, of which this is the outermost frame. */
    static void raising(Raised raised, Frame root) {
        if (IS_ON && mayHaveTrace(raised.error())) {
            attempt(() -> raise(raised, root));
        }
    }

    /** A failure is about to be thrown on the stack, in a body that has not had to wait for what has failed. */
    static void raisingHere(Raised raised) {
        if (IS_ON) {
            attempt(() -> raise(raised, null));
        }
    }

    /** What ends a suspended chain has none, and there may be a million of them. */
    private static boolean mayHaveTrace(Throwable error) {
        return !(error instanceof GeneratorExit) && !(error instanceof Cancellation);
    }

    private static void raise(Raised raised, Frame root) {
        Throwable error = raised.error();
        Origin origin = raised.origin();
        StackTraceElement[] trace = origin == null ? error.getStackTrace() : origin.traceOf(error);
        if (trace.length == 0 || trace.length > LONGEST || origin == null && hasBoundary(trace)) {
            return;
        }
        List<StackTraceElement> below = stackBelow();
        List<StackTraceElement> head = shown(trace);
        List<StackTraceElement> extended = new ArrayList<>(head.subList(0, head.size() - commonEnd(head, below)));
        extended.add(Boundary.of(origin == null ? "thrown at" : origin.describe()));
        if (root != null) {
            extended.addAll(AwaitStack.from(root.innermost(), NEAREST, OUTERMOST));
        }
        extended.addAll(below);
        set(error, extended);
    }

    /** One failure that goes from one frame to another, and what it brings along. */
    private record Crossing(
            Throwable error, Frame from, List<StackTraceElement> callers, List<StackTraceElement> below) {
        /** Puts the callers between what was thrown in the frame and what lies below it on the stack; false if done before. */
        boolean extend(Throwable each, Throwable parent) {
            StackTraceElement[] trace = each.getStackTrace();
            boolean isKnown = hasBoundary(trace);
            if (trace.length == 0 || trace.length > LONGEST || parent != null && isKnown && hasSameRoot(trace)) {
                return parent == null;
            }
            List<StackTraceElement> shown = shown(trace);
            int common = commonEnd(shown, below);
            List<StackTraceElement> head = shown.subList(0, shown.size() - common);
            boolean isOfOtherTask = isKnown && parent != null; // as the failures that a group has collected
            boolean hasPassed = common == below.size() && (isOfOtherTask || isLeftBy(head));
            if (isKnown && endsWith(head, callers.subList(1, callers.size()))
                    || !hasPassed && (isKnown || parent != null)) {
                if (shown.size() != trace.length) {
                    set(each, shown);
                }
                return true;
            }
            List<StackTraceElement> extended = new ArrayList<>(head);
            extended.addAll(callers);
            extended.addAll(below);
            set(each, extended);
            return true;
        }

        /** Whether it has come to the same task before. */
        private boolean hasSameRoot(StackTraceElement[] trace) {
            int last = trace.length - below.size() - 1;
            return last >= 0 && trace[last].equals(callers.get(callers.size() - 1));
        }

        /** Whether the last of these elements is of the frame; those of the runtime's own frames are not seen. */
        private boolean isLeftBy(List<StackTraceElement> head) {
            if (head.isEmpty()) {
                return false;
            }
            StackTraceElement place = from.place();
            StackTraceElement last = head.get(head.size() - 1);
            return place == null
                    || place.getClassName().equals(last.getClassName())
                            && place.getMethodName()
                                    .equals(Machinery.asWritten(last).getMethodName());
        }
    }

    private static List<StackTraceElement> withBoundary(Frame from, List<StackTraceElement> callers) {
        List<StackTraceElement> all = new ArrayList<>(callers.size() + 1);
        all.add(Boundary.of(from.delegator().isAwaiting() ? "awaited by" : "called by"));
        all.addAll(callers);
        return all;
    }

    /** What lies on this thread's stack below the runtime that has called. */
    private static List<StackTraceElement> stackBelow() {
        StackTraceElement[] here = new Throwable().getStackTrace();
        int runtime = Machinery.countOnTop(here);
        List<StackTraceElement> below = List.of(here).subList(runtime, here.length);
        return HIDES ? Machinery.hide(below) : below;
    }

    private static List<StackTraceElement> shown(StackTraceElement[] trace) {
        return HIDES ? Machinery.hideBelowTop(trace) : List.of(trace);
    }

    /** False if there was nothing to hide. */
    private static boolean hideMachinery(Throwable error) {
        StackTraceElement[] trace = error.getStackTrace();
        boolean isIn = Machinery.isIn(trace);
        if (isIn) {
            set(error, Machinery.hideBelowTop(trace));
        }
        return isIn;
    }

    /** How many elements two stacks have in common, from the bottom. */
    private static int commonEnd(List<StackTraceElement> one, List<StackTraceElement> other) {
        int common = 0;
        int most = Math.min(one.size(), other.size());
        while (common < most && one.get(one.size() - 1 - common).equals(other.get(other.size() - 1 - common))) {
            common++;
        }
        return common;
    }

    private static boolean endsWith(List<StackTraceElement> stack, List<StackTraceElement> end) {
        return commonEnd(stack, end) == end.size();
    }

    private static boolean hasBoundary(StackTraceElement[] trace) {
        for (StackTraceElement element : trace) {
            if (Boundary.is(element)) {
                return true;
            }
        }
        return false;
    }

    private static void set(Throwable error, List<StackTraceElement> trace) {
        error.setStackTrace(trace.toArray(new StackTraceElement[0]));
    }

    /**
     * Extends a trace, or leaves it as it is if that fails: classes of exceptions may override anything, memory may be full,
     * and the failure that is on its way matters more.
     */
    private static void attempt(Runnable extension) {
        try {
            extension.run();
        } catch (StackOverflowError | OutOfMemoryError e) {
            return; // to say so would take more of what there is none of
        } catch (VirtualMachineError fatal) {
            throw fatal;
        } catch (Throwable e) {
            if (DebugMode.ON) {
                System.getLogger("dev.fermata")
                        .log(System.Logger.Level.WARNING, "the stack trace of a failure could not be extended", e);
            }
        }
    }
}
