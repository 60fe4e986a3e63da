package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import java.util.concurrent.TimeUnit;

/** Work that blocks, on another thread. */
final class RunBlockingCode {
    private RunBlockingCode() {}

    // region program
    @Suspendable
    static Coroutine<Void> program() {
        EventLoop loop = EventLoop.current();
        String value = await(loop.offload(() -> {
            TimeUnit.MILLISECONDS.sleep(5); // blocks that thread, not the loop
            return "read";
        }));
        System.out.println(value);
        return null;
    }
    // endregion

    public static void main(String[] arguments) throws Exception {
        EventLoop.run(program());
    }
}
