package dev.fermata.tests.loop.inspect;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.GivenBack;
import dev.fermata.loop.Holding;
import dev.fermata.loop.Parking;
import dev.fermata.loop.Task;
import dev.fermata.loop.TimeLimit;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

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

    /** Waits for something that others may hold. */
    static final class Wanting extends Odd {
        private final Object wanted;

        Wanting(Object wanted) {
            this.wanted = wanted;
        }

        @Override
        protected String method() {
            return "Wanting.park";
        }

        @Override
        protected Object waitedFor() {
            return wanted;
        }
    }

    /** Whatever it is asked, the answer is up to the test. */
    record Answering(Supplier<?> answer) implements Holding, GivenBack, TimeLimit {
        @Override
        public Object held() {
            return answer.get();
        }

        @Override
        public Object givenBack() {
            return answer.get();
        }

        @Override
        public OptionalLong endsWaitAt() {
            return (OptionalLong) answer.get();
        }
    }

    @Suspendable
    static Coroutine<Void> keeping(Object kept, List<Task<?>> others, int which) {
        await(others.get(which));
        System.out.println(kept);
        return null;
    }
}
