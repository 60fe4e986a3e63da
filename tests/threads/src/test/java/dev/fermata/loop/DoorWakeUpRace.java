package dev.fermata.loop;

import dev.fermata.internal.ContextMap;
import java.util.concurrent.Semaphore;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Somebody comes, twice, while the loop looks whether anybody is there and would go to sleep: nobody is left outside with the
 * loop asleep, and whoever has been let in has been so once.
 */
@JCStressTest
@Outcome(id = "2, 0", expect = Expect.ACCEPTABLE, desc = "both are in, or the loop is awake to let them in")
@Outcome(expect = Expect.FORBIDDEN, desc = "lost, doubled, or outside of a loop that sleeps")
@State
public class DoorWakeUpRace {
    /** What a selector keeps of wake-ups that come before it waits. */
    private final Semaphore wakeUps = new Semaphore(0);

    private final Door door = new Door(wakeUps::release);
    private final ReadyQueue ready = new ReadyQueue();
    private int outside;

    @Actor
    public void visitor() {
        door.enter(new CallbackHandle(() -> {}, ContextMap.EMPTY));
        door.enter(new CallbackHandle(() -> {}, ContextMap.EMPTY));
    }

    @Actor
    public void loop() {
        door.letIn(ready);
        if (door.isEmpty()) {
            wakeUps.drainPermits(); // what came before the last look; a selector forgets it when it returns
        }
        door.letIn(ready);
    }

    /** As a turn of the loop that begins now: it lets in, unless it would sleep. */
    @Arbiter
    public void turn(II_Result result) {
        if (!door.isEmpty() || wakeUps.tryAcquire()) {
            door.letIn(ready);
        }
        outside = door.shut().size();
        result.r1 = ready.size() + outside;
        result.r2 = outside;
    }
}
