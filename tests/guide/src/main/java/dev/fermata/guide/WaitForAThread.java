package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;

/** Another thread completes a promise. */
final class WaitForAThread {
    private WaitForAThread() {}

    // region program
    @Suspendable
    static Coroutine<Void> program() {
        EventLoop loop = EventLoop.current();
        Promise<String> answer = new Promise<>(loop);
        Thread sensor = new Thread(() -> loop.callSoonThreadsafe(() -> answer.tryComplete("21 degrees")));
        sensor.start();
        System.out.println(await(answer));
        return null;
    }
    // endregion

    public static void main(String[] arguments) throws Exception {
        EventLoop.run(program());
    }
}
