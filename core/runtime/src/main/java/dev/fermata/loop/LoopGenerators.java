package dev.fermata.loop;

import dev.fermata.AsyncGenerator;
import dev.fermata.State;
import dev.fermata.frame.AsyncGeneratorHandle;
import dev.fermata.frame.AsyncGeneratorHooks;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The asynchronous generators that have been used on a loop. One whose users have dropped it before its end is closed by a
 * task of the loop, and those that are left are closed when the loop is shut down, so that their {@code finally} blocks
 * run (PEP 525).
 */
final class LoopGenerators implements AsyncGeneratorHooks {
    /** A generator that is to be closed when nobody uses it any more. */
    private static final class Used extends WeakReference<AsyncGeneratorHandle> {
        private final AsyncGenerator<?> twin;

        Used(AsyncGeneratorHandle handle, ReferenceQueue<AsyncGeneratorHandle> dropped) {
            super(handle, dropped);
            this.twin = handle.twin();
        }
    }

    private final EventLoop loop;
    private final ReferenceQueue<AsyncGeneratorHandle> dropped = new ReferenceQueue<>();

    /** Without an equals of their own, so a hash set finds them by identity. */
    private final Set<Used> used = new LinkedHashSet<>();

    LoopGenerators(EventLoop loop) {
        this.loop = loop;
    }

    @Override
    public void firstIteration(AsyncGeneratorHandle generator) {
        used.add(new Used(generator, dropped));
        loop.watchOneMore();
    }

    /** Closes those that the garbage collector has found dropped. */
    void closeDropped() {
        for (Object one = dropped.poll(); one != null; one = dropped.poll()) {
            if (forget((Used) one)) {
                tell(((Used) one).twin);
                close((Used) one);
            }
        }
    }

    private void tell(AsyncGenerator<?> generator) {
        Observers told = loop.observers();
        if (told != null && generator.state() != State.CLOSED) {
            told.generatorDropped(generator);
        }
    }

    /** Starts to close all that are left, in the order in which they were first used; gives the tasks that do it. */
    List<Task<?>> closeAll() {
        List<Used> left = List.copyOf(used);
        left.forEach(this::forget);
        List<Task<?>> closing = new ArrayList<>();
        for (Used one : left) {
            Task<?> task = close(one);
            if (task != null) {
                closing.add(task);
            }
        }
        return closing;
    }

    private boolean forget(Used one) {
        boolean wasUsed = used.remove(one);
        if (wasUsed) {
            loop.watchOneLess();
        }
        return wasUsed;
    }

    private Task<?> close(Used one) {
        return one.twin.state() == State.CLOSED ? null : loop.spawn("closing of " + one.twin, one.twin.closeAsync());
    }
}
