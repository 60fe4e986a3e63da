package dev.fermata.tests.validation;

import dev.fermata.Coroutine;
import dev.fermata.State;
import dev.fermata.StopIteration;

/** Drives a woven target coroutine to its end. */
public final class CoroutineRun {
    private CoroutineRun() {}

    public static Outcome of(TargetMethod method, TargetLoader loader, Input input, Mask mask) {
        Trial trial = new Trial(input, mask);
        return trial.run(() -> {
            Coroutine<?> coroutine = (Coroutine<?>) method.call(loader, trial);
            if (method.isSuspendable() && !trial.isQuiet()) {
                throw new AssertionError("ran before it was resumed");
            }
            try {
                Object trap = coroutine.send(null);
                for (; ; ) {
                    trap = answer(trial, coroutine, trap);
                }
            } catch (StopIteration end) {
                return "returned " + trial.text(end.value());
            } finally {
                if (coroutine.state() != State.CLOSED || coroutine.delegate() != null) {
                    throw new AssertionError("has ended, but is " + coroutine.state());
                }
            }
        });
    }

    private static Object answer(Trial trial, Coroutine<?> coroutine, Object trap) {
        if (trap instanceof Point.Wait<?> wait) {
            return wait.isToBeRaised() ? coroutine.raise(wait.failure()) : coroutine.send(null);
        }
        Object answer;
        try {
            answer = trial.answerTrap(trap);
        } catch (Trial.Failure | Trial.Fatal fault) {
            return coroutine.raise(fault);
        }
        return coroutine.send(answer);
    }
}
