import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

class Blocking {
    @Suspendable
    static Coroutine<Void> waits(Object lock, Future<String> future, BlockingQueue<String> queue) throws Exception {
        Thread.sleep(1); // FERMATA-021
        TimeUnit.SECONDS.sleep(1); // FERMATA-021
        synchronized (lock) {
            lock.wait(1); // FERMATA-021
        }
        future.get(); // FERMATA-021
        queue.take(); // FERMATA-021
        queue.offer(queue.poll());
        new CompletableFuture<String>().thenApply(String::trim).join(); // FERMATA-021
        return null;
    }

    @Suspendable
    static Coroutine<Integer> reads(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        return Coroutine.of(in.read()); // FERMATA-021
    }

    @Suspendable
    static Coroutine<Integer> readsWhatItIsGiven(Socket socket, InputStream in) throws IOException {
        socket.getInputStream();
        return Coroutine.of(in.read());
    }

    @Suspendable
    static Coroutine<Void> locksForAMoment(Lock lock) {
        lock.lock();
        lock.unlock();
        return null;
    }

    @Suspendable
    static Iterable<String> generator(Future<String> future) throws Exception {
        Generator.yield(future.get());
        return null;
    }

    static void plain() throws InterruptedException {
        Thread.sleep(1);
    }

    @Suspendable
    static CompletableFuture<String> inAFuture(CompletableFuture<String> other) {
        Coroutine.await(other.thenAccept(String::trim));
        return CompletableFuture.completedFuture(other.join()); // FERMATA-021
    }
}
