package dev.fermata.tests.agent;

import java.nio.file.Path;

/** The smallest program that works only when it is woven: it prints 3, 2, 1. */
public final class Countdown {
    public static final String MAIN = "demo.Countdown";
    public static final String[] OUTPUT = {"3", "2", "1"};

    private static final String SOURCE = """
            package demo;

            import dev.fermata.Generator;
            import dev.fermata.Suspendable;

            public class Countdown {
                @Suspendable
                static Iterable<Integer> from(int n) {
                    for (int i = n; i > 0; i--) {
                        Generator.yield(i);
                    }
                    return null;
                }

                public static void main(String[] args) {
                    for (int i : from(3)) {
                        System.out.println(i);
                    }
                }
            }
            """;

    private Countdown() {}

    public static Path compileTo(Path directory) {
        return new Sources().file("Countdown", SOURCE).compileTo(directory);
    }
}
