package twin;

/** Already done when it exists: to call is to run. */
public record Coroutine<T>(T value) {
    public static <T> Coroutine<T> of(T value) {
        return new Coroutine<>(value);
    }

    public static <T> T await(Coroutine<T> coroutine) {
        return coroutine == null ? null : coroutine.value();
    }
}
