package dev.fermata.tests.loop.inspect;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.Parking;
import java.util.List;

/** Waits as users write them. */
abstract class Odd extends Parking {
    @Suspendable
    static Coroutine<Void> parkedAt(Odd wait) {
        await(wait.coroutine());
        return null;
    }

    @Override
    protected Object attempt() {
        return LATER;
    }

    @Override
    protected void abandoned() {}

    @Override
    protected boolean isKept() {
        return false;
    }

    /** Notes which threads want to know its name. */
    static final class Telling extends Odd {
        private final List<Thread> tellers;

        Telling(List<Thread> tellers) {
            this.tellers = tellers;
        }

        @Override
        protected String method() {
            tellers.add(Thread.currentThread());
            return "Telling.park";
        }
    }

    /** Fails whatever it is asked. */
    static final class Mute extends Odd {
        @Override
        protected String method() {
            throw new IllegalStateException("no name");
        }

        @Override
        protected Object waitedFor() {
            throw new IllegalStateException("nobody knows");
        }
    }
}
