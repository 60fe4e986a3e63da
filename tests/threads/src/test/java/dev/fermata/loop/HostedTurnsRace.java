package dev.fermata.loop;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Somebody brings something, twice, to a loop whose host runs a turn meanwhile: all is run, and no turn is left over. */
@JCStressTest
@Outcome(id = "3, 0", expect = Expect.ACCEPTABLE, desc = "all has run")
@Outcome(expect = Expect.FORBIDDEN, desc = "something was brought, and no turn asked for")
@State
public class HostedTurnsRace {
    private final Queue<Runnable> asked = new ConcurrentLinkedQueue<>();
    private final EventLoop loop = EventLoop.on(asked::add);
    private final AtomicInteger ran = new AtomicInteger();

    public HostedTurnsRace() {
        loop.callSoonThreadsafe(ran::incrementAndGet);
    }

    @Actor
    public void visitor() {
        loop.callSoonThreadsafe(ran::incrementAndGet);
        loop.callSoonThreadsafe(ran::incrementAndGet);
    }

    @Actor
    public void host() {
        asked.poll().run();
    }

    @Arbiter
    public void rest(II_Result result) {
        for (Runnable turn = asked.poll(); turn != null; turn = asked.poll()) {
            turn.run();
        }
        result.r1 = ran.get();
        result.r2 = asked.size();
    }
}
