package dev.fermata.loop;

import dev.fermata.frame.CoroutineFrame;
import dev.fermata.frame.Frame;
import java.util.List;

/** Closes the asynchronous generators of a loop and waits until that is done. */
final class GeneratorShutdown extends CoroutineFrame {
    private static final int WAITING = 1;

    private final EventLoop loop;

    GeneratorShutdown(EventLoop loop) {
        this.loop = loop;
    }

    @Override
    public Object step(Object input, int depth) {
        if (begin() == WAITING) {
            end();
            return take(input);
        }
        Frame inner = enter(closing(), depth);
        Object outcome = inner.step(null, depth + 1);
        if (inner.ended()) {
            end();
        } else {
            delegateTo(inner, WAITING);
        }
        return outcome;
    }

    private Promise<Void> closing() {
        Promise<Void> ended = new Promise<>(loop);
        List<Task<?>> closing = loop.generators().closeAll();
        if (closing.isEmpty()) {
            ended.complete(null);
        }
        int[] left = {closing.size()};
        for (Task<?> task : closing) {
            task.onDone(done -> {
                report(task);
                if (--left[0] == 0) {
                    ended.tryComplete(null);
                }
            });
        }
        return ended;
    }

    private void report(Task<?> task) {
        Throwable failure = task.isCancelled() ? null : task.failure();
        if (failure != null) {
            loop.report(new LoopFailure(loop, task + " failed", failure, task));
        }
    }

    @Override
    protected String method() {
        return "EventLoop.shutdownAsyncGenerators";
    }
}
