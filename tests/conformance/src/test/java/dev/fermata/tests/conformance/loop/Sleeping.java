package dev.fermata.tests.conformance.loop;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.tasks.Tasks;
import dev.fermata.tests.conformance.LoopScenarios;
import dev.fermata.tests.conformance.Scenario;
import java.time.Duration;

/** Tasks that wait for a time to pass. */
public final class Sleeping extends LoopScenarios {
    @Scenario("AIO-46")
    public void sleeping_tasks_wake_by_time_and_sleep_gives_its_value_back() {
        runInVirtualTime(together());
    }

    @Suspendable
    private Coroutine<String> sleeper(int ms) {
        String value = await(EventLoop.sleep(Duration.ofMillis(ms), "r" + ms));
        log("awake", ms);
        return Coroutine.of(value);
    }

    @Suspendable
    private Coroutine<Void> together() {
        log(await(Tasks.gather(sleeper(450), sleeper(50), sleeper(250))));
        log(await(EventLoop.sleep(Duration.ZERO, "z")));
        return null;
    }
}
