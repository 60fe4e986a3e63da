package dev.fermata.tests.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.fermata.transformer.DiagnosticCode;
import dev.fermata.transformer.WeaveResult;
import dev.fermata.transformer.Weaver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes that are no class file, or no longer one: never an exception, never silence, never a dead JVM. */
final class CorruptClassFilesIT {
    @TempDir
    Path classes;

    private byte[] good;

    @BeforeEach
    void compile() throws IOException {
        Countdown.compileTo(classes);
        good = Files.readAllBytes(classes.resolve("demo/Countdown.class"));
    }

    @Test
    void a_truncated_class_file_is_refused() {
        for (int length = 0; length < good.length; length++) {
            byte[] truncated = Arrays.copyOf(good, length);
            WeaveResult result = new Weaver().weave(truncated);
            WeaveResult.Refused refused = assertInstanceOf(WeaveResult.Refused.class, result, "length " + length);
            assertEquals(1, refused.errors().size());
            assertEquals(
                    DiagnosticCode.UNREADABLE_CLASS, refused.errors().get(0).code());
            Weaver.mentionsFermata(truncated);
        }
    }

    @Test
    void random_bytes_do_not_mention_fermata_and_are_refused() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            assertFalse(Weaver.mentionsFermata(noise));
            assertInstanceOf(WeaveResult.Refused.class, new Weaver().weave(noise));
        }
    }

    @Test
    void a_class_file_with_a_byte_changed_never_makes_the_weaver_throw() {
        Random random = new Random(2);
        for (int i = 0; i < 5_000; i++) {
            byte[] changed = good.clone();
            int at = random.nextInt(changed.length);
            changed[at] = (byte) random.nextInt(256);
            try {
                Weaver.mentionsFermata(changed);
                new Weaver().weave(changed);
            } catch (RuntimeException | Error e) {
                throw new AssertionError("byte " + at + " set to " + changed[at], e);
            }
        }
    }

    @Test
    @Tag("I4")
    void the_jvm_survives_them_under_the_agent() {
        new Sources().file("Main", """
                        import java.nio.file.Files;
                        import java.nio.file.Path;
                        import java.util.Arrays;
                        import java.util.Random;

                        public class Main {
                            static final class Loader extends ClassLoader {
                                boolean takes(byte[] classFile) {
                                    try {
                                        defineClass(null, classFile, 0, classFile.length);
                                        return true;
                                    } catch (LinkageError expected) {
                                        return false;
                                    }
                                }
                            }

                            public static void main(String[] args) throws Exception {
                                byte[] good = Files.readAllBytes(Path.of(args[0]));
                                int taken = 0;
                                for (int length = 0; length < good.length; length += 7) {
                                    taken += new Loader().takes(Arrays.copyOf(good, length)) ? 1 : 0;
                                }
                                System.out.println("truncated and taken: " + taken);
                                Random random = new Random(3);
                                for (int i = 0; i < 1000; i++) {
                                    byte[] changed = good.clone();
                                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                                    new Loader().takes(changed);
                                }
                                System.out.println("good and taken: " + new Loader().takes(good));
                            }
                        }
                        """).compileTo(classes);
        Run run = new Jvm()
                .withAgent("")
                .withClassPath(classes)
                .run("Main", classes.resolve("demo/Countdown.class").toString());
        run.assertPrinted("truncated and taken: 0", "good and taken: true");
        assertEquals(List.of(), linesWith("weaving it failed", run));
        assertEquals(
                1, linesWith("a class without a name is loaded as it is", run).size());
    }

    private static List<String> linesWith(String text, Run run) {
        return run.agentLines().stream().filter(line -> line.contains(text)).toList();
    }
}
