package dev.fermata.loop;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a loop what it is doing. It answers between two steps of its tasks; if it does not, what can be seen from outside has to
 * do. Any thread.
 */
final class Question implements Runnable {
    /** How long a loop may take that has begun to answer: it may have millions of tasks. */
    private static final long LONGEST_ANSWER = TimeUnit.SECONDS.toNanos(30);

    private final EventLoop loop;
    private final CompletableFuture<LoopView> answer = new CompletableFuture<>();

    /** False if nobody will answer. */
    private final boolean isAsked;

    private volatile boolean isBeingAnswered;

    /** For the thread that asks. */
    private boolean hasFailed;

    private Question(EventLoop loop) {
        this.loop = loop;
        this.isAsked = ask();
    }

    /** Asks all of them before it waits for any, so that many which do not answer cost no more time than one. */
    static List<LoopView> all(List<EventLoop> loops, Duration patience) {
        List<Question> questions = loops.stream().map(Question::new).toList();
        long deadline = System.nanoTime() + Nanos.of(patience);
        return questions.stream()
                .map(question -> question.answer(deadline))
                .filter(Objects::nonNull)
                .toList();
    }

    private boolean ask() {
        if (EventLoop.currentOrNull() == loop || loop.isIdle()) {
            return false;
        }
        try {
            return loop.bringIn(this);
        } catch (RuntimeException refusal) {
            return false; // of the host, which runs the loop no more
        }
    }

    /** On the loop's thread; nobody may wait for it any more by now. */
    @Override
    public void run() {
        if (!answer.isDone()) {
            isBeingAnswered = true;
            try {
                answer.complete(LoopObservation.fromInside(loop));
            } catch (Throwable failure) {
                answer.completeExceptionally(failure);
                EventLoop.rethrowIfFatal(failure);
            }
        }
    }

    /** Null if the loop has been closed meanwhile. */
    private LoopView answer(long deadline) {
        if (EventLoop.currentOrNull() == loop) {
            return LoopObservation.fromInside(loop);
        }
        LoopView told = isAsked ? waitUntil(deadline) : null;
        if (told != null || loop.isClosed()) {
            return told;
        }
        return LoopObservation.fromOutside(loop, stateWithoutAnswer());
    }

    /** A loop that has tried to answer is not blocked. */
    private LoopView.State stateWithoutAnswer() {
        if (hasFailed) {
            return LoopView.State.RUNNING;
        }
        return loop.isRunning() && isAsked ? LoopView.State.BLOCKED : LoopView.State.IDLE;
    }

    /** Null if there is no answer. That takes so little time that an interrupt can wait. */
    private LoopView waitUntil(long deadline) {
        boolean wasInterrupted = false;
        try {
            for (long end = deadline; ; ) {
                try {
                    return answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    wasInterrupted = true;
                } catch (ExecutionException e) {
                    hasFailed = true; // the same is tried from outside
                    Log.LOGGER.log(Level.WARNING, "a loop failed to tell what it is doing", e.getCause());
                    return null;
                } catch (TimeoutException e) {
                    if (!isBeingAnswered || end != deadline) {
                        answer.cancel(false);
                        return null;
                    }
                    end += LONGEST_ANSWER;
                }
            }
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
