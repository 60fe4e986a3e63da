package dev.fermata.tests.validation;

import dev.fermata.Generator;
import dev.fermata.GeneratorExit;
import dev.fermata.State;
import dev.fermata.StopIteration;
import dev.fermata.frame.Frame;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.BaseStream;

/** Drives a woven target generator to its end, in one of the ways in which that can be done. */
public enum GeneratorRun {
    /** {@code next()} until it throws. */
    NEXT {
        @Override
        Object resume(Frame generator) {
            return generator.next();
        }
    },
    /** As a {@code for} loop does. */
    ITERATE {
        @Override
        Object resume(Frame generator) {
            Iterator<?> iterator = (Iterator<?>) generator;
            if (iterator.hasNext() && iterator.hasNext()) {
                return iterator.next();
            }
            throw new StopIteration(generator instanceof Generator<?, ?, ?> known ? known.result() : null);
        }
    },
    /** {@code send(null)}, which goes past the generated fast path. */
    SEND {
        @Override
        Object resume(Frame generator) {
            return generator.send(null);
        }
    };

    abstract Object resume(Frame generator);

    public Outcome of(TargetMethod method, TargetLoader loader, Input input) {
        Trial trial = new Trial(input, Mask.never());
        return trial.run(() -> {
            Object made = method.call(loader, trial);
            if (method.isSuspendable() && !trial.isQuiet()) {
                throw new AssertionError("ran before it was resumed");
            }
            if (made instanceof Frame generator && method.kind() != Iterable.class) {
                return run(trial, generator);
            }
            if (made instanceof Iterable<?> iterable) {
                runOnce(trial, iterable);
                return run(trial, (Frame) iterable.iterator());
            }
            return run(trial, (BaseStream<?, ?>) made);
        });
    }

    /** An {@code Iterable} starts afresh with each iterator, whatever became of the first. */
    private void runOnce(Trial trial, Iterable<?> iterable) {
        trial.run(() -> run(trial, (Frame) iterable.iterator()));
        trial.restart();
    }

    private String run(Trial trial, Frame generator) throws Exception {
        boolean ended = true;
        try {
            Object value = resume(generator);
            for (; ; ) {
                Object answer;
                try {
                    answer = trial.answerYield(value);
                } catch (GeneratorExit exit) {
                    ended = close(trial, (AutoCloseable) generator);
                    return "closed";
                } catch (Trial.Failure | Trial.Fatal fault) {
                    value = generator.raise(fault);
                    continue;
                }
                value = answer == null ? resume(generator) : generator.send(answer);
            }
        } catch (StopIteration end) {
            return "returned " + trial.text(end.value());
        } finally {
            if (ended != (generator.state() == State.CLOSED)) {
                throw new AssertionError("is " + generator.state());
            }
        }
    }

    /** Whether the generator has ended by being closed. */
    private static boolean close(Trial trial, AutoCloseable generator) throws Exception {
        try {
            generator.close();
            return true;
        } catch (IllegalStateException ignored) {
            trial.ignoreExit();
            return false;
        }
    }

    private static String run(Trial trial, BaseStream<?, ?> stream) throws Exception {
        Iterator<?> iterator = stream.iterator();
        try {
            for (; ; ) {
                trial.answerYield(iterator.next());
            }
        } catch (NoSuchElementException end) {
            return "returned null";
        } catch (GeneratorExit exit) {
            close(trial, stream);
            return "closed";
        }
    }
}
