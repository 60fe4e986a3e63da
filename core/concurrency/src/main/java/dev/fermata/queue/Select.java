package dev.fermata.queue;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.Deferred;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Waits for the first of several things and does that one alone: receiving from a channel, sending to one, the end of a task,
 * the passing of a time.
 *
 * <pre>{@code
 * String news = await(Select.<String>of()
 *         .receive(lines, line -> "read " + line)
 *         .send(beats, "alive", () -> "sent a beat")
 *         .timeout(ofSeconds(5), () -> "silence")
 *         .run());
 * }</pre>
 *
 * <p>If several can be done at once, {@link #of()} takes the first in the order in which they were given, so earlier ones
 * have priority over later ones; {@link #shuffled} takes any with the same chance. A select that waits stands in line at each
 * of its channels among those who only send or receive there.
 *
 * <p>Cancellation is as safe as with the channels themselves: an element that was received is given back, and if an element
 * has been sent, the select ends as usual and the cancellation comes at the next suspension point.
 *
 * <p>The same select may be run again, but not while it runs. Confined to one loop.
 *
 * @param <R> what its arms give
 */
public final class Select<R> {
    private final List<Arm<R>> arms = new ArrayList<>(4);
    private final Random random;
    private Supplier<? extends R> otherwise;
    private boolean running;

    private Select(Random random) {
        this.random = random;
    }

    /**
     * Begins a select that takes the first arm that is ready.
     *
     * @param <R> what its arms give
     * @return an empty select
     */
    public static <R> Select<R> of() {
        return new Select<>(null);
    }

    /**
     * Begins a select that takes any arm that is ready.
     *
     * @param <R> what its arms give
     * @param random decides; the same seed gives the same choices
     * @return an empty select
     */
    public static <R> Select<R> shuffled(Random random) {
        return new Select<>(Objects.requireNonNull(random, "random"));
    }

    /**
     * Adds an arm that receives an element. If the channel is closed and has nothing left, the select fails with a
     * {@link ChannelClosedException}.
     *
     * @param <E> the type of the elements
     * @param channel where to receive, not null
     * @param then gets the element and gives what the select gives
     * @return this
     */
    public <E> Select<R> receive(Channel<E> channel, Function<? super E, ? extends R> then) {
        return with(new Arm.Receiving<>(channel, then));
    }

    /**
     * Adds an arm that sends an element. If the channel is closed, the select fails with a {@link ChannelClosedException}.
     *
     * @param <E> the type of the elements
     * @param channel where to send, not null
     * @param element what to send, not null
     * @param then called when it has been sent; gives what the select gives
     * @return this
     */
    public <E> Select<R> send(Channel<E> channel, E element, Supplier<? extends R> then) {
        return with(new Arm.Sending<>(channel, element, then));
    }

    /**
     * Adds an arm that waits for a task or promise. It goes on if the select does something else or is cancelled.
     *
     * @param <T> the type of its value
     * @param deferred what to wait for, not null
     * @param then gets the value and gives what the select gives; not called if there is a failure, which the select throws
     * @return this
     */
    public <T> Select<R> await(Deferred<T> deferred, Function<? super T, ? extends R> then) {
        return with(new Arm.Awaiting<>(deferred, then));
    }

    /**
     * Adds an arm for when nothing else has become ready in a time.
     *
     * @param delay how long to wait, not negative; zero is one turn of the loop
     * @param then gives what the select gives
     * @return this
     * @throws IllegalArgumentException if the delay is negative
     */
    public Select<R> timeout(Duration delay, Supplier<? extends R> then) {
        return with(new Arm.Timeout<>(delay, then));
    }

    /**
     * Says what to do instead of waiting, if no arm is ready.
     *
     * @param then gives what the select gives
     * @return this
     */
    public Select<R> otherwise(Supplier<? extends R> then) {
        otherwise = Objects.requireNonNull(then, "then");
        return this;
    }

    /**
     * Runs it. Does not suspend if an arm is ready.
     *
     * @return gives what the chosen arm gives; what that throws, it throws
     * @throws ChannelClosedException if a channel is closed, see above
     * @throws IllegalStateException if it has nothing to wait for, or runs already
     */
    @Suspendable
    public Coroutine<R> run() {
        checkRunnable();
        Arm<R> ready = firstReady();
        if (ready != null) {
            return Coroutine.of(ready.result());
        }
        if (otherwise != null) {
            return Coroutine.of(otherwise.get());
        }
        running = true;
        try {
            ready = Coroutine.await(new Decision<>(arms).<Arm<R>>coroutine());
        } finally {
            running = false;
        }
        return Coroutine.of(ready.result());
    }

    private Select<R> with(Arm<R> arm) {
        arms.add(arm);
        return this;
    }

    private void checkRunnable() {
        if (running) {
            throw new IllegalStateException("the select is running: make one for each task");
        }
        if (arms.isEmpty() && otherwise == null) {
            throw new IllegalStateException("the select would wait for ever: give it something to wait for");
        }
    }

    private Arm<R> firstReady() {
        if (random != null) {
            Collections.shuffle(arms, random);
        }
        for (int i = 0; i < arms.size(); i++) {
            if (arms.get(i).isDoneNow()) {
                return arms.get(i);
            }
        }
        return null;
    }
}
