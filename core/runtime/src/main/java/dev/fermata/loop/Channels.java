package dev.fermata.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The channels that tasks of a loop wait for, and the selector that knows which of them are ready. */
final class Channels {
    /**
     * How many steps are taken before the selector is asked again although there are more to take: a look is a system call,
     * so it should cost little beside that many steps; and who waits for a channel should not wait long for a look.
     */
    private static final int STEPS_PER_LOOK = 64;

    private final EventLoop loop;

    /** All of them, for a new selector, and to be closed with the loop. */
    private final Set<ChannelWatch> watches = new LinkedHashSet<>();

    private volatile WakingSelector selector;

    /** How many tasks wait; the loop counts them, too, beside what else it looks at in every turn. */
    private int waiting;

    private int stepsToLook = STEPS_PER_LOOK;
    private boolean hasClosed;

    Channels(EventLoop loop) {
        this.loop = loop;
        this.selector = open();
    }

    private static WakingSelector open() {
        try {
            return new WakingSelector();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    EventLoop loop() {
        return loop;
    }

    ChannelWatch watch(SelectableChannel channel) throws IOException {
        channel.configureBlocking(false);
        ChannelWatch watch = new ChannelWatch(this, channel);
        replaceSelectorIfClosed();
        watch.registerWith(selector.channels());
        watches.add(watch);
        return watch;
    }

    /** Any thread. */
    void wakeUp() {
        selector.wakeup();
    }

    /** Wakes who waits for what is ready now, if it is time to look although there is something else to do. */
    void lookIfDue(int stepsToTake) {
        stepsToLook -= stepsToTake;
        if (stepsToLook <= 0) {
            look();
        }
    }

    private void look() {
        try {
            selector.selectNow();
            looked();
        } catch (ClosedSelectorException e) {
            replaceSelector(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits as {@link LoopClock#await} says, and wakes who waits for what is ready. */
    void await(LoopClock clock, long nanos, boolean outsideWork) {
        try {
            clock.await(selector, nanos, outsideWork);
            looked();
        } catch (ClosedSelectorException e) {
            replaceSelector(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void looked() {
        stepsToLook = STEPS_PER_LOOK;
        if (hasClosed) {
            hasClosed = false;
            loop.channelNoLongerUsed();
        }
    }

    /** Before the loop itself has noticed: a channel is not closed just because nobody can be told of it. */
    void replaceSelectorIfClosed() {
        if (!selector.isOpen()) {
            replaceSelector(new ClosedSelectorException());
        }
    }

    /** Somebody has closed the selector: a bug of theirs, but those who wait are not to blame. */
    private void replaceSelector(ClosedSelectorException cause) {
        selector = open();
        for (ChannelWatch watch : List.copyOf(watches)) {
            try {
                watch.registerWith(selector.channels());
            } catch (IOException e) {
                close(watch);
            }
        }
        loop.report(new LoopFailure(
                loop,
                "the selector of the loop was closed by somebody else; the loop goes on with a new one",
                cause,
                null));
    }

    boolean isAnybodyWaiting() {
        return waiting > 0;
    }

    void waitBegun() {
        waiting++;
        loop.channelUsed();
    }

    void waitEnded() {
        waiting--;
        loop.channelNoLongerUsed();
    }

    void forget(ChannelWatch watch) {
        watches.remove(watch);
    }

    /** The descriptor of a channel that has been closed is freed when the selector is asked the next time. */
    void expungeClosed() {
        if (!hasClosed) {
            hasClosed = true;
            loop.channelUsed();
        }
    }

    /** Closes all channels that are left, and the selector. */
    void close() {
        List.copyOf(watches).forEach(this::close);
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void close(ChannelWatch watch) {
        try {
            watch.close();
        } catch (IOException e) {
            loop.report(new LoopFailure(loop, watch.channel() + " could not be closed", e, null));
        }
    }
}
