package dev.fermata.loop;

import java.util.function.Function;
import java.util.function.Supplier;

/** Asks objects of the user's own what they are or hold. They may fail in any way, and who looks at a loop must not fail with them. */
final class UsersCode {
    private UsersCode() {}

    /** What they answer; if they fail, what the caller makes of the words for the failure. */
    static <T> T ask(Supplier<? extends T> question, Function<String, ? extends T> failed) {
        try {
            return question.get();
        } catch (Throwable failure) {
            EventLoop.rethrowIfFatal(failure);
            return failed.apply(wordsFor(failure));
        }
    }

    /** The failure may be of the user's own too. */
    private static String wordsFor(Throwable failure) {
        try {
            return failure.toString();
        } catch (Throwable another) {
            EventLoop.rethrowIfFatal(another);
            return failure.getClass().getName();
        }
    }
}
