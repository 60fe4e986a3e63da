package twin;

public interface AsyncCloseable extends AutoCloseable {
    Coroutine<Void> closeAsync();

    @Override
    default void close() {
        closeAsync();
    }
}
