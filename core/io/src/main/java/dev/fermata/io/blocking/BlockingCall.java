package dev.fermata.io.blocking;

import dev.fermata.loop.EventLoop;
import dev.fermata.loop.OutsideWork;
import java.io.IOException;
import java.lang.System.Logger.Level;

/**
 * A call that blocks, made by another thread, which then tells the loop what came of it.
 *
 * <pre>
 *   loop's thread                     the other one
 *   start ──────────────────────────► the call blocks, and returns
 *   done  ◄── callSoonThreadsafe ◄─── its result or failure
 *   forget: done is not called any more
 * </pre>
 */
final class BlockingCall implements Runnable {
    /** What blocks. */
    @FunctionalInterface
    interface Body {
        int call() throws IOException;
    }

    /** Gets the result on the loop's thread. */
    @FunctionalInterface
    interface Done {
        /** The failure is null if there is a result. */
        void accept(int result, Throwable failure);
    }

    private final EventLoop loop;
    private final String what;
    private final Body body;
    private final Done done;
    private final OutsideWork work;
    private volatile boolean isForgotten;

    private BlockingCall(EventLoop loop, String what, Body body, Done done) {
        this.loop = loop;
        this.what = what;
        this.body = body;
        this.done = done;
        this.work = loop.expectOutsideWork();
    }

    /** Makes the call; {@code what} is for the message if nobody is left to be told of a failure. */
    static BlockingCall start(EventLoop loop, String what, Body body, Done done) {
        BlockingCall call = new BlockingCall(loop, what, body, done);
        boolean isStarted = false;
        try {
            BlockingThreads.execute(call);
            isStarted = true;
        } finally {
            if (!isStarted) { // there is no thread to be had
                call.work.close();
            }
        }
        return call;
    }

    /** The loop's thread: what the call gives, whenever it ends, is of no interest any more. */
    void forget() {
        isForgotten = true;
        work.close();
    }

    @Override
    public void run() {
        int result = 0;
        Throwable failure = null;
        try {
            result = body.call();
        } catch (Throwable e) { // whatever it is, it belongs to who awaits
            failure = e;
        }
        if (!isForgotten) {
            bringIn(result, failure);
        }
        work.close();
    }

    private void bringIn(int result, Throwable failure) {
        try {
            loop.callSoonThreadsafe(() -> {
                if (!isForgotten) {
                    done.accept(result, failure);
                }
            });
        } catch (IllegalStateException closed) { // and so nobody waits any more
            if (failure != null && !isForgotten) {
                System.getLogger("dev.fermata")
                        .log(Level.WARNING, what + " failed after its event loop had been closed", failure);
            }
        }
    }
}
