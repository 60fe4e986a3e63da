package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.context.ThreadCarrier;
import dev.fermata.loop.EventLoop;
import dev.fermata.tasks.Tasks;
import dev.fermata.testkit.TestLoop;
import java.time.Duration;

/** A thread-local of another library follows the task. */
final class CarryThreadLocals {
    private CarryThreadLocals() {}

    // region program
    static final ThreadLocal<String> MDC = new ThreadLocal<>(); // stands for the logger's own

    @Suspendable
    static Coroutine<Void> handle(String request) {
        MDC.set(request);
        await(EventLoop.sleep(Duration.ofMillis(1))); // others run meanwhile
        System.out.println(MDC.get() + " handled");
        return null;
    }

    @Suspendable
    static Coroutine<Void> program() {
        EventLoop.current().carry(ThreadCarrier.of(MDC::get, MDC::set));
        await(Tasks.gather(handle("request 1"), handle("request 2")));
        return null;
    }
    // endregion

    public static void main(String[] arguments) throws Exception {
        TestLoop.once(() -> program());
    }
}
