package dev.fermata.loop;

import dev.fermata.internal.ContextMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Somebody comes while the door is shut: he is let in, given back, or told so, and only one of these. */
@JCStressTest
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "let in or given back, and told that he has entered")
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "refused")
@Outcome(expect = Expect.FORBIDDEN, desc = "lost, or refused and yet let in")
@State
public class DoorShutRace {
    private final Door door = new Door(() -> {});
    private final ReadyQueue ready = new ReadyQueue();
    private int givenBack;
    private boolean hasEntered;

    @Actor
    public void visitor() {
        hasEntered = door.enter(new CallbackHandle(() -> {}, ContextMap.EMPTY));
    }

    @Actor
    public void loop() {
        door.letIn(ready);
        givenBack = door.shut().size();
    }

    @Arbiter
    public void count(II_Result result) {
        givenBack += door.shut().size();
        result.r1 = hasEntered ? 1 : 0;
        result.r2 = ready.size() + givenBack;
    }
}
