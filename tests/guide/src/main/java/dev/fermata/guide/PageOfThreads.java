package dev.fermata.guide;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two threads at once: code that blocks, and cancels by interrupting. */
final class PageOfThreads {
    private PageOfThreads() {}

    // region page
    static String user(int id) throws InterruptedException {
        try {
            Thread.sleep(200);
        } catch (InterruptedException stopped) {
            System.out.println("user is not needed");
            throw stopped;
        }
        return "user " + id;
    }

    static String orders(int id) throws InterruptedException {
        Thread.sleep(10);
        if (id < 0) {
            throw new IllegalArgumentException("no orders of " + id);
        }
        return "two orders";
    }

    static String page(int id, ExecutorService threads) throws Exception {
        Future<String> user = threads.submit(() -> user(id));
        Future<String> orders = threads.submit(() -> orders(id));
        try {
            String list = orders.get(1, SECONDS);
            return user.get(1, SECONDS) + " with " + list; // two seconds in all, at worst
        } finally {
            user.cancel(true);
            orders.cancel(true);
        }
    }
    // endregion

    public static void main(String[] arguments) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            System.out.println(page(7, threads));
            page(-1, threads);
        } catch (ExecutionException e) {
            threads.shutdown();
            threads.awaitTermination(10, SECONDS);
            System.out.println(e.getCause().getMessage());
        } finally {
            threads.shutdown();
        }
    }
}
