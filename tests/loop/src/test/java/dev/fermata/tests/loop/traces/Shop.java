package dev.fermata.tests.loop.traces;

import static dev.fermata.Coroutine.await;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import dev.fermata.tasks.TaskGroup;
import dev.fermata.tasks.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Programs that fail; their tests know their lines. */
final class Shop {
    private Shop() {}

    static final class NoSuchUser extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoSuchUser(String message) {
            super(message);
        }

        NoSuchUser(String message, Throwable cause) {
            super(message, cause);
        }
    }

    static Coroutine<Void> pause() {
        return EventLoop.sleep(Duration.ofMillis(1));
    }

    /** What is plain on the stack belongs to the trace. */
    static String lookUp(int id) {
        throw new NoSuchUser("no user " + id);
    }

    @Suspendable
    static Coroutine<String> find(int id) {
        await(pause());
        return Coroutine.of(lookUp(id));
    }

    @Suspendable
    static Coroutine<String> load(int id) {
        return Coroutine.of("user " + await(find(id)));
    }

    @Suspendable
    static Coroutine<String> ship(int id) {
        String user = await(load(id));
        return Coroutine.of("to " + user);
    }

    @Suspendable
    static Coroutine<String> findAtOnce(int id) {
        if (id < 0) {
            await(pause());
        }
        return Coroutine.of(lookUp(id));
    }

    @Suspendable
    static Coroutine<String> shipAtOnce(int id) {
        return Coroutine.of("to " + await(findAtOnce(id)));
    }

    @Suspendable
    static Coroutine<String> awaitTask() {
        Task<String> task = EventLoop.current().spawn("fetch", load(7));
        await(pause());
        return Coroutine.of(await(task));
    }

    @Suspendable
    static Coroutine<String> awaitTaskThatHasFailed() {
        Task<String> task = EventLoop.current().spawn("fetch", findAtOnce(7));
        await(EventLoop.sleep(Duration.ofMillis(5)));
        return Coroutine.of(await(task));
    }

    @Suspendable
    static Coroutine<List<String>> gatherAll() {
        return Coroutine.of(await(Tasks.gather(load(7), pauseLonger())));
    }

    @Suspendable
    static Coroutine<String> pauseLonger() {
        await(EventLoop.sleep(Duration.ofMillis(5)));
        return Coroutine.of("");
    }

    @Suspendable
    static Coroutine<Void> inGroup() {
        await(TaskGroup.run(group -> {
            group.fork("first", load(7));
            return null;
        }));
        return null;
    }

    @Suspendable
    static Coroutine<String> wrapping() {
        try {
            return Coroutine.of(await(load(7)));
        } catch (NoSuchUser e) {
            throw new NoSuchUser("cannot ship", e);
        }
    }

    @Suspendable
    static <T> Coroutine<T> outer(Coroutine<T> inner) {
        return Coroutine.of(await(inner));
    }

    @Suspendable
    static Coroutine<String> wrappingWhatIsPlain() {
        await(pause());
        try {
            return Coroutine.of(lookUp(7));
        } catch (NoSuchUser e) {
            throw new NoSuchUser("cannot ship", e);
        }
    }

    @Suspendable
    static Coroutine<String> rethrowing() {
        try {
            return Coroutine.of(await(load(7)));
        } catch (NoSuchUser e) {
            await(pause());
            throw e;
        }
    }

    @Suspendable
    static Generator<Integer, Void, Void> numbers(int upTo) {
        for (int i = 0; i < upTo; i++) {
            Generator.yield(i);
        }
        lookUp(upTo);
        return null;
    }

    @Suspendable
    static Generator<Integer, Void, Void> twice(int upTo) {
        Generator.yieldFrom(numbers(upTo));
        return null;
    }

    @Suspendable
    static AsyncGenerator<Integer> ticks(int upTo) {
        for (int i = 0; i < upTo; i++) {
            await(pause());
            AsyncGenerator.yield(i);
        }
        await(find(upTo));
        return null;
    }

    @Suspendable
    static Coroutine<Integer> sum() {
        int sum = 0;
        for (int tick : ticks(2)) {
            sum += tick;
        }
        return Coroutine.of(sum);
    }

    @Suspendable
    static CompletableFuture<String> asFuture(int id) {
        await(pause());
        return CompletableFuture.completedFuture(lookUp(id));
    }

    @Suspendable
    static CompletableFuture<String> asFutureAtOnce(int id) {
        if (id < 0) {
            await(pause());
        }
        return CompletableFuture.completedFuture(lookUp(id));
    }

    @Suspendable
    static Coroutine<String> awaitFuture() {
        return Coroutine.of(await(asFuture(7)));
    }

    @Suspendable
    static Coroutine<Integer> depth(int depth) {
        if (depth == 0) {
            await(pause());
            lookUp(0);
        }
        return Coroutine.of(await(depth(depth - 1)) + 1);
    }

    @Suspendable
    static Coroutine<String> offloaded() {
        return Coroutine.of(await(EventLoop.current().offload(() -> lookUp(3))));
    }

    /** Cannot be closed. */
    record Stuck(int id) implements AutoCloseable {
        @Override
        public void close() {
            lookUp(id);
        }
    }

    @Suspendable
    static Coroutine<String> closing() {
        await(pause());
        try (Stuck stuck = new Stuck(1)) {
            return Coroutine.of(await(load(stuck.id())));
        }
    }

    @Suspendable
    static Coroutine<String> awaitPromise(Promise<String> promise) {
        return Coroutine.of(await(promise));
    }

    @Suspendable
    static Coroutine<String> awaitStage(CompletableFuture<String> stage) {
        return Coroutine.of(await(stage));
    }

    /** A generator that is run to its end in the middle of a coroutine that others await. */
    @Suspendable
    static Coroutine<String> iterating() {
        await(pause());
        twice(1).forEach(number -> {});
        return null;
    }

    @Suspendable
    static Coroutine<String> raisedByHand() {
        return Coroutine.of((String) Coroutine.suspend("trap"));
    }

    @Suspendable
    static Coroutine<List<String>> seenBy(Coroutine<String> awaiting) {
        try {
            await(awaiting);
            throw new AssertionError("it was to fail");
        } catch (NoSuchUser e) {
            return Coroutine.of(awaiting(e));
        }
    }

    /** Two tasks wait for one promise, which fails: what each of them sees. */
    @Suspendable
    static Coroutine<List<List<String>>> seenByTwo() {
        Promise<String> promise = new Promise<>(EventLoop.current());
        Task<List<String>> first = EventLoop.current().spawn(seenBy(awaitPromise(promise)));
        Task<List<String>> second = EventLoop.current().spawn(seenBy(outer(awaitPromise(promise))));
        await(pause());
        promise.fail(new NoSuchUser("for both"));
        return Coroutine.of(List.of(await(first), await(second)));
    }

    /** The methods of this class that wait. */
    private static List<String> awaiting(Throwable failure) {
        return Stream.of(failure.getStackTrace())
                .filter(element -> element.getClassName().equals(Shop.class.getName()))
                .map(element -> element.getMethodName() + ":" + element.getLineNumber())
                .filter(place -> !place.startsWith("seenByTwo"))
                .toList();
    }

    static final class Traceless extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Traceless() {
            super(null, null, false, false);
        }
    }

    @Suspendable
    static Coroutine<String> traceless() {
        await(pause());
        throw new Traceless();
    }

    @Suspendable
    static Coroutine<String> reusing(NoSuchUser reused) {
        await(EventLoop.sleep(Duration.ZERO));
        throw reused;
    }

    @Suspendable
    static <T> Coroutine<T> giving(T value) {
        await(pause());
        return Coroutine.of(value);
    }

    @Suspendable
    static Coroutine<List<String>> stackOf(Task<String> task) {
        await(EventLoop.sleep(Duration.ZERO));
        List<String> stack = task.awaitStack().stream()
                .map(element -> element.getMethodName() + ":" + element.getLineNumber())
                .toList();
        try {
            await(task);
        } catch (NoSuchUser e) {
            return Coroutine.of(stack);
        }
        throw new AssertionError("it was to fail");
    }

    /** Every level catches and throws anew. */
    @Suspendable
    static Coroutine<Integer> wrappingAtEachLevel(int depth) {
        try {
            if (depth == 0) {
                await(pause());
                lookUp(0);
            }
            return Coroutine.of(await(wrappingAtEachLevel(depth - 1)) + 1);
        } catch (NoSuchUser e) {
            throw new NoSuchUser("at " + depth, e);
        }
    }

    /** An exception of a class that has its own idea of a trace. */
    static final class Odd extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public StackTraceElement[] getStackTrace() {
            throw new AssertionError("nobody is to see it");
        }
    }

    @Suspendable
    static Coroutine<String> odd() {
        await(pause());
        throw new Odd();
    }
}
