package dev.fermata.tests.validation;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.GeneratorExit;
import java.util.Iterator;
import java.util.concurrent.CompletionStage;
import java.util.stream.BaseStream;

/** Runs a target method in the blocking reading: what is expected of the woven code. */
public final class BlockingRun {
    private BlockingRun() {}

    public static Outcome of(TargetMethod method, TargetLoader loader, Input input) {
        Trial trial = new Trial(input, Mask.never());
        return trial.run(() -> {
            try {
                String result = finish(trial, method.call(loader, trial));
                return trial.isClosing() ? "closed" : result;
            } catch (GeneratorExit exit) {
                if (trial.isClosing()) {
                    return "closed";
                }
                throw exit;
            }
        });
    }

    /** The body has run; what it returned is its result, or what it delegates to at its end. */
    private static String finish(Trial trial, Object returned) {
        if (returned instanceof Coroutine<?> coroutine) {
            return "returned " + trial.text(Blocking.await(coroutine));
        }
        if (returned instanceof CompletionStage<?> stage) {
            return "returned " + trial.text(Blocking.await(stage));
        }
        if (returned instanceof Generator<?, ?, ?> generator) {
            return "returned " + trial.text(Blocking.yieldFrom(generator));
        }
        if (returned instanceof Iterable<?> iterable) {
            Blocking.yieldFrom(iterable);
        } else if (returned instanceof Iterator<?> iterator) {
            Blocking.yieldFrom(iterator);
        } else if (returned instanceof BaseStream<?, ?> stream) {
            Blocking.yieldFrom(stream.iterator());
        }
        return "returned null";
    }
}
