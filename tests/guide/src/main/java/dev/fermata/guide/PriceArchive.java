package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tutorial, step 9: code that blocks. */
final class PriceArchive {
    private PriceArchive() {}

    // region archive
    static String archive(String line) throws IOException {
        Path file = Files.createTempFile("prices", ".txt");
        try {
            Files.writeString(file, line);
            return Files.readString(file);
        } finally {
            Files.delete(file);
        }
    }

    @Suspendable
    static Coroutine<Void> buy() {
        int price = await(PriceFeed.untilCheap(TeaShop.open("Leaf", 20, 100), 97));
        Thread mine = Thread.currentThread();
        String archived = await(EventLoop.current().offload(() -> {
            return archive("bought for " + price + (Thread.currentThread() == mine ? ", here" : ", on another thread"));
        }));
        System.out.println(archived);
        System.out.println("back on the loop's thread: " + (Thread.currentThread() == mine));
        return null;
    }

    public static void main(String[] arguments) {
        EventLoop.run(buy());
    }
    // endregion
}
