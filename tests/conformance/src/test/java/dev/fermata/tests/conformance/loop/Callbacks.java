package dev.fermata.tests.conformance.loop;

import dev.fermata.loop.EventLoop;
import dev.fermata.testkit.VirtualClock;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.LoopScenarios;
import dev.fermata.tests.conformance.Oops;
import dev.fermata.tests.conformance.Scenario;
import dev.fermata.tests.conformance.ScenarioException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** In which order callbacks run, and what becomes of those that fail. */
public final class Callbacks extends LoopScenarios {
    private final EventLoop loop = new EventLoop(new VirtualClock());

    private Runnable callback(String name, Runnable... then) {
        return () -> {
            log(name);
            for (Runnable next : then) {
                loop.callSoon(next);
            }
        };
    }

    @Scenario("AIO-01")
    public void callbacks_run_in_the_order_in_which_they_were_scheduled() {
        Runnable d = callback("d", callback("f"));
        Runnable stop = callback("s1", callback("s2", callback("s3", loop::stop)));
        loop.callSoon(callback("a"));
        loop.callSoon(callback("b", d, callback("e")));
        loop.callSoon(callback("c", stop));
        loop.runForever();
        log("stopped");
        loop.close();
    }

    @Scenario("AIO-12")
    public void a_failure_goes_to_the_exception_handler_and_the_loop_goes_on() {
        Logger logger = Logger.getLogger("dev.fermata");
        logger.setLevel(Level.OFF);
        loop.setExceptionHandler(report -> log("handler", report.error()));
        loop.callSoon(() -> log("ok 1"));
        loop.callSoon(() -> bad(new Boom("bad")));
        loop.callSoon(() -> log("ok 2"));
        loop.callLater(Duration.ofMillis(10), () -> bad(new Oops("timer")));
        loop.callLater(Duration.ofMillis(100), loop::stop);
        loop.runForever();
        loop.setExceptionHandler(report -> {
            log("failing handler", report.error());
            throw new Oops("handler failed");
        });
        loop.callSoon(() -> bad(new Boom("again")));
        loop.callSoon(() -> log("ok 3"));
        loop.callSoon(loop::stop);
        loop.runForever();
        log("end");
        loop.close();
        logger.setLevel(null);
    }

    private static void bad(ScenarioException error) {
        throw error;
    }
}
