package dev.fermata.loop;

import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.frame.CoroutineFrame;
import dev.fermata.frame.Frame;
import java.util.function.Function;
import java.util.function.Supplier;

/** A coroutine written by hand, as weaving would: it awaits what each step gives, and ends after the last. */
final class ScriptedCoroutine extends CoroutineFrame {
    private final Supplier<? extends Awaitable<?>>[] steps;
    private final Function<Object, Object> last;
    private int next;

    private ScriptedCoroutine(Function<Object, Object> last, Supplier<? extends Awaitable<?>>[] steps) {
        this.last = last;
        this.steps = steps;
    }

    @SafeVarargs
    @SuppressWarnings({"unchecked", "varargs"})
    static <T> Coroutine<T> of(Function<Object, Object> last, Supplier<? extends Awaitable<?>>... steps) {
        return (Coroutine<T>) (Coroutine<?>) new ScriptedCoroutine(last, steps);
    }

    @Override
    public Object step(Object input, int depth) {
        begin();
        try {
            Object value = take(input);
            while (next < steps.length) {
                Frame inner = enter(steps[next++].get(), depth);
                Object outcome = inner.step(null, depth + 1);
                if (!inner.ended()) {
                    delegateTo(inner, next);
                    return outcome;
                }
                value = outcome;
            }
            Object result = last.apply(value);
            end();
            return result;
        } catch (Throwable error) {
            fail(error);
            throw error;
        }
    }

    @Override
    protected String method() {
        return "ScriptedCoroutine";
    }
}
