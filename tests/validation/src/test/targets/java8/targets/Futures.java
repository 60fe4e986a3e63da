package targets;

import static dev.fermata.Coroutine.await;
import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.fermata.Suspendable;
import dev.fermata.tests.validation.Trial;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Methods that return the JDK's futures. */
final class Futures {
    private Futures() {}

    @Suspendable
    static CompletableFuture<Integer> sum(Trial t) {
        int sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += await(t.stage("s" + i, i)); // assertSpills(t, i) assertSpillsOnStack(int) assertDelegates(1)
        }
        return completedFuture(sum);
    }

    @Suspendable
    static CompletionStage<String> stage(Trial t) {
        CompletionStage<String> first = t.stage("first", "a");
        CompletionStage<String> second = t.stage("second", "b");
        return completedFuture(await(second) + await(first));
    }

    @Suspendable
    static CompletableFuture<Void> nothing(Trial t) {
        t.log("runs");
        return null;
    }

    @Suspendable
    static CompletableFuture<String> tail(Trial t) {
        t.log("got", await(t.stage("before", "x")));
        return t.stage("last", "y");
    }

    @Suspendable
    static CompletableFuture<String> tailOfOther(Trial t) {
        return catches(t);
    }

    @Suspendable
    static CompletableFuture<String> catches(Trial t) {
        String text = "none";
        try {
            text = await(t.stage("risky", "fine"));
        } catch (Trial.Failure e) {
            t.log("caught", e, text);
            text = await(t.stage("instead", "instead"));
        } finally {
            t.log("finally", text, await(t.stage("clean", 1L)));
        }
        return completedFuture(text);
    }

    @Suspendable
    static CompletableFuture<Object> nested(Trial t) {
        Object first = await(sum(t));
        Object second = await(stage(t));
        await(nothing(t));
        return completedFuture(Operands.join(first, second, await(catches(t))));
    }

    @Suspendable
    static CompletableFuture<String> throwsChecked(Trial t) throws IOException {
        await(t.stage("before", 1));
        throw new IOException(t.see("message", "thrown"));
    }

    @Suspendable
    static <T> CompletableFuture<T> second(CompletionStage<?> first, CompletionStage<T> second) {
        await(first);
        return completedFuture(await(second));
    }

    static CompletableFuture<String> generic(Trial t) {
        return second(t.stage("one", 1), t.stage("two", "two"));
    }

    static CompletableFuture<Integer> lambda(Trial t) {
        Function<Integer, CompletableFuture<Integer>> twice = n -> completedFuture(await(t.stage("n", n)) * 2);
        return twice.apply(21);
    }
}
