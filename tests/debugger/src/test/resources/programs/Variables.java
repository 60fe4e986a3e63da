package demo;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import java.time.Duration;

public class Variables {
    private final String name = "host".toString();

    public static void main(String[] args) {
        EventLoop.run(new Variables().run(1, "unread"));
    }

    @Suspendable
    Coroutine<Integer> run(int read, String unread) {
        int live = read + 1;
        String dead = "dead " + live;
        long wide = dead.length(); // before
        for (int i = 0; i < 2; i++) {
            double inner = i * 0.5;
            await(EventLoop.sleep(Duration.ZERO));
            live += i; // after
        }
        int late;
        if (live > 100) {
            late = 1;
            await(EventLoop.sleep(Duration.ZERO));
            System.out.println(late);
        }
        try {
            await(EventLoop.sleep(Duration.ZERO));
            throw new IllegalStateException("on purpose");
        } catch (IllegalStateException caught) {
            await(EventLoop.sleep(Duration.ZERO));
            live++; // in the handler
        }
        return Coroutine.of(live + name.length()); // at the end
    }
}
