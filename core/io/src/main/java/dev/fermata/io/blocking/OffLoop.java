package dev.fermata.io.blocking;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.LoopFailure;
import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * Opens what has to be closed again, by another thread: files, processes, connections to databases. {@link EventLoop#offload}
 * alone would drop what is opened when the wait is cancelled meanwhile; this closes it.
 *
 * <pre>{@code
 * Connection connection = await(OffLoop.open(() -> DriverManager.getConnection(url), Connection::close));
 * }</pre>
 */
public final class OffLoop {
    private OffLoop() {}

    /**
     * Closes what nobody has got.
     *
     * @param <T> what it closes
     */
    @FunctionalInterface
    public interface Closing<T> {
        /**
         * Closes it; may block.
         *
         * @param opened what was opened
         * @throws Exception if it cannot, which is reported to the loop's exception handler
         */
        void close(T opened) throws Exception;
    }

    /**
     * Opens something by another thread.
     *
     * @param <T> what is opened
     * @param opening opens it; may block; not null
     * @param closing closes it if the wait has been cancelled, whenever it is there; called by another thread; not null
     * @return gives it; throws what opening throws
     */
    @Suspendable
    public static <T> Coroutine<T> open(Callable<? extends T> opening, Closing<? super T> closing) {
        Opened<T> opened = new Opened<>(EventLoop.current(), opening, closing);
        boolean isGiven = false;
        try {
            T resource = await(EventLoop.current().<T>offload(opened));
            isGiven = true;
            return Coroutine.of(resource);
        } finally {
            if (!isGiven) {
                opened.abandon();
            }
        }
    }

    /** Something that is closed once it has been opened and abandoned, in whatever order that happens. */
    private static final class Opened<T> implements Callable<T> {
        private final EventLoop loop;
        private final Callable<? extends T> opening;
        private final Closing<? super T> closing;

        /** Null until it is opened, and if it could not be. Guarded by this, as is the next. */
        private T resource;

        private boolean isAbandoned;

        Opened(EventLoop loop, Callable<? extends T> opening, Closing<? super T> closing) {
            this.loop = loop;
            this.opening = Objects.requireNonNull(opening, "opening");
            this.closing = Objects.requireNonNull(closing, "closing");
        }

        /** The other thread. */
        @Override
        public T call() throws Exception {
            T fresh = opening.call();
            if (isLeftAlone(fresh)) {
                close(fresh);
            }
            return fresh;
        }

        private synchronized boolean isLeftAlone(T fresh) {
            resource = fresh;
            return isAbandoned;
        }

        void abandon() {
            T left = leaveAlone();
            if (left != null) {
                BlockingThreads.execute(() -> close(left));
            }
        }

        private synchronized T leaveAlone() {
            isAbandoned = true;
            return resource;
        }

        private void close(T left) {
            try {
                closing.close(left);
            } catch (Exception e) {
                loop.report(new LoopFailure(
                        loop, left + ", which nobody waited for any more, could not be closed", e, null));
            }
        }
    }
}
