package dev.fermata.loop;

import dev.fermata.internal.ContextMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** What somebody did before he came is seen by the loop that lets him in. */
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "has not come yet")
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "has not come yet, but has begun to")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "is in, with what he brought")
@Outcome(expect = Expect.FORBIDDEN, desc = "is in without what he brought")
@State
public class DoorVisibilityRace {
    private final Door door = new Door(() -> {});
    private final ReadyQueue ready = new ReadyQueue();
    private int brought;

    @Actor
    public void visitor() {
        brought = 1;
        door.enter(new CallbackHandle(() -> {}, ContextMap.EMPTY));
    }

    @Actor
    public void loop(II_Result result) {
        door.letIn(ready);
        result.r1 = ready.size();
        result.r2 = brought;
    }
}
