package dev.fermata.loop;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Offloaded work is cancelled while a thread does it: the interrupt is for the work, not for what the thread does next. */
@JCStressTest
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "cancelled, and the thread is as it was")
@Outcome(expect = Expect.FORBIDDEN, desc = "the thread is interrupted afterwards, or the work is still expected")
@State
public class OffloadInterruptRace {
    private final Queue<Runnable> asked = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> handedOver = new ConcurrentLinkedQueue<>();
    private final EventLoop loop = EventLoop.on(asked::add);
    private final Deferred<Object> work = loop.offload(handedOver::add, () -> null);
    private boolean isInterrupted;

    @Actor
    public void worker() {
        handedOver.poll().run();
        isInterrupted = Thread.interrupted();
    }

    @Actor
    public void host() {
        work.cancel();
    }

    @Arbiter
    public void rest(II_Result result) {
        for (Runnable turn = asked.poll(); turn != null; turn = asked.poll()) {
            turn.run();
        }
        result.r1 = isInterrupted ? 1 : 0;
        result.r2 =
                work.isCancelled() && loop.offloads().isIdle() && !loop.door().isAnybodyExpected() ? 1 : 0;
    }
}
