package dev.fermata.tests.agent;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bodies are entered in the middle of their loops, which gives the loops several entries; JIT compilers have had trouble
 * with such code. Here everything is compiled before it first runs.
 */
final class CompiledLoopsIT {
    private static final String MAIN = """
            package demo;

            import dev.fermata.Generator;
            import dev.fermata.Suspendable;

            public class Main {
                @Suspendable
                static Iterable<Long> nested(int n) {
                    long sum = 0;
                    rows:
                    for (int i = 0; ; i++) {
                        int k = 0;
                        do {
                            if (k % 3 == 1) {
                                Generator.yield(sum);
                            }
                            while (sum % 7 == 3) {
                                Generator.yield(-sum++);
                            }
                            sum += i * k;
                            if (i == n) {
                                break rows;
                            }
                        } while (k++ < 5);
                        Generator.yield((long) i);
                    }
                    return null;
                }

                public static void main(String[] args) {
                    long hash = 17;
                    for (long value : nested(40)) {
                        hash = hash * 31 + value;
                    }
                    System.out.println(hash);
                }
            }
            """;

    @TempDir
    Path classes;

    @Test
    @Tag("F3")
    void every_compiler_gives_what_the_interpreter_gives() {
        new Sources().file("Main", MAIN).compileTo(classes);
        Run interpreted =
                new Jvm().with("-Xint").withAgent("").withClassPath(classes).run("demo.Main");
        interpreted.assertQuiet();
        String expected = interpreted.out().strip();
        String only = "-XX:CompileCommand=compileonly,demo.Main*::*";
        for (String tier :
                new String[] {"-XX:TieredStopAtLevel=1", "-XX:TieredStopAtLevel=3", "-XX:-TieredCompilation"}) {
            new Jvm()
                    .with("-Xcomp", "-XX:CompileCommand=quiet", only, tier)
                    .withAgent("")
                    .withClassPath(classes)
                    .run("demo.Main")
                    .assertPrinted(expected);
        }
    }
}
