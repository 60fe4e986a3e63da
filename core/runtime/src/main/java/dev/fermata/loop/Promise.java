package dev.fermata.loop;

import dev.fermata.InvalidStateException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * A value that somebody gives later (asyncio's {@code Future}). Cancelling a task that awaits a promise cancels the promise,
 * for all who await it; shield it if it is shared.
 *
 * @param <T> the type of the value
 */
public final class Promise<T> extends Deferred<T> {
    /** Takes requests to cancel in place of the promise; null if it just ends. */
    private final Predicate<? super String> canceller;

    /**
     * Makes a promise without a value.
     *
     * @param loop whose tasks may await it, not null
     */
    public Promise(EventLoop loop) {
        super(loop);
        canceller = null;
    }

    private Promise(EventLoop loop, Predicate<? super String> canceller) {
        super(loop);
        this.canceller = Objects.requireNonNull(canceller, "canceller");
    }

    /**
     * Makes a promise that stands for work of its own: a request to cancel goes to that work, which completes, fails or
     * {@link #end}s the promise when it pleases.
     *
     * @param <T> the type of the value
     * @param loop whose tasks may await it, not null
     * @param canceller gets the reason, which may be null; says whether the request was passed on; a {@link Forwarding} also
     *     says what the work is
     * @return the promise
     */
    public static <T> Promise<T> cancelledBy(EventLoop loop, Predicate<? super String> canceller) {
        return new Promise<>(loop, canceller);
    }

    /** What it stands for; empty if it stands for itself. */
    Collection<? extends Deferred<?>> behind() {
        return canceller instanceof Forwarding forwarding ? forwarding.behind() : List.of();
    }

    /**
     * Gives the value; those who wait are woken in the order in which they came, in the next turn of the loop.
     *
     * @param value the value, may be null
     * @throws InvalidStateException if the promise is done already
     */
    public void complete(T value) {
        if (!tryComplete(value)) {
            throw doneAlready();
        }
    }

    /**
     * Fails; the exception is thrown, unwrapped, at every {@code await}.
     *
     * @param error the failure, not null
     * @throws InvalidStateException if the promise is done already
     */
    public void fail(Throwable error) {
        if (!tryFail(error)) {
            throw doneAlready();
        }
    }

    /**
     * Gives the value, unless the promise is done already: whoever waited may have been cancelled meanwhile.
     *
     * @param value the value, may be null
     * @return whether this call has given it
     */
    public boolean tryComplete(T value) {
        loop().checkThread("Promise.complete");
        if (isDone()) {
            return false;
        }
        settleValue(value);
        return true;
    }

    /**
     * Fails, unless the promise is done already.
     *
     * @param error the failure, not null
     * @return whether this call has failed it
     */
    public boolean tryFail(Throwable error) {
        Objects.requireNonNull(error, "error");
        loop().checkThread("Promise.fail");
        if (isDone()) {
            return false;
        }
        settleFailure(error);
        return true;
    }

    /**
     * Ends as cancelled, whatever its canceller thinks.
     *
     * @param reason why, may be null
     * @return false if it is done already
     */
    public boolean end(String reason) {
        loop().checkThread("Promise.end");
        if (isDone()) {
            return false;
        }
        settleCancelled(reason);
        return true;
    }

    @Override
    public boolean cancel(String reason) {
        loop().checkThreadIfDebugging("Promise.cancel");
        if (isDone()) {
            return false;
        }
        return canceller == null ? end(reason) : canceller.test(reason);
    }

    @Override
    public String toString() {
        return "promise";
    }

    private InvalidStateException doneAlready() {
        return new InvalidStateException("the promise has its result already");
    }
}
