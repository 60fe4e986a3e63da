package dev.fermata.tests.agent;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Methods whose return types are the JDK's: primitive iterators, streams and futures, woven in either way. */
final class KindsOfTheJdkIT {
    private static final String[] OUTPUT = {"0 1 2", "[1, 4, 9]", "0.5", "first", "sum 42", "done"};

    @TempDir
    Path classes;

    @Test
    void the_agent_weaves_them() {
        compile();
        Run run = new Jvm().withAgent("").withClassPath(classes).run("demo.Main");
        run.assertPrinted(OUTPUT);
        run.assertQuiet();
    }

    @Test
    void the_build_weaves_them() {
        compile();
        BuildTime.weave(classes);
        Run run = new Jvm().withClassPath(classes).run("demo.Main");
        run.assertPrinted(OUTPUT);
        run.assertQuiet();
    }

    private void compile() {
        new Sources().file("Main", """
                package demo;

                import static dev.fermata.Coroutine.await;

                import dev.fermata.*;
                import java.util.Arrays;
                import java.util.PrimitiveIterator;
                import java.util.concurrent.*;
                import java.util.stream.*;

                public class Main {
                    @Suspendable
                    static PrimitiveIterator.OfInt ints() {
                        for (int i = 0; i < 3; i++) {
                            Generator.yield(i);
                        }
                        return null;
                    }

                    @Suspendable
                    static LongStream squares() {
                        for (int i = 1; i < 4; i++) {
                            Generator.yield(i * i);
                        }
                        return null;
                    }

                    @Suspendable
                    static DoubleStream half() {
                        return DoubleStream.of(0.5);
                    }

                    @Suspendable
                    static CompletableFuture<String> sum(CompletionStage<Integer> a, CompletableFuture<Integer> b) {
                        System.out.println("first");
                        return CompletableFuture.completedFuture("sum " + (await(a) + await(b)));
                    }

                    @Suspendable
                    static CompletionStage<Void> log(CompletableFuture<?> finished, String text) {
                        await(finished);
                        System.out.println(text);
                        return null;
                    }

                    public static void main(String[] args) {
                        PrimitiveIterator.OfInt ints = ints();
                        System.out.println(ints.nextInt() + " " + ints.nextInt() + " " + ints.nextInt());
                        System.out.println(Arrays.toString(squares().toArray()));
                        System.out.println(half().sum());
                        CompletableFuture<Integer> a = new CompletableFuture<>();
                        CompletableFuture<String> sum = sum(a.thenApply(n -> n * 2), CompletableFuture.completedFuture(2));
                        log(sum.thenAccept(System.out::println), "done"); // dropped, as futures are
                        a.complete(20);
                        sum.join();
                    }
                }
                """).compileTo(classes);
    }
}
