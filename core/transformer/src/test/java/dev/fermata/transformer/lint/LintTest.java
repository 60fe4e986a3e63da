package dev.fermata.transformer.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.transformer.Diagnostic;
import dev.fermata.transformer.WarningPolicy;
import dev.fermata.transformer.WeaveResult;
import dev.fermata.transformer.Weaver;
import dev.fermata.transformer.woven.Classes;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each warning stands on the lines that end in a comment with its code, and on no other. */
class LintTest {
    private static final String HEAD = """
            import static dev.fermata.Coroutine.await;
            import dev.fermata.*;
            import java.util.concurrent.*;
            import java.util.concurrent.locks.*;

            class Host {
                @Suspendable static Coroutine<String> read() { return Coroutine.of("text"); }
            """;

    @Test
    void a_coroutine_that_is_dropped_is_reported() {
        check("""
                @Suspendable static Coroutine<String> run() {
                    read(); // FERMATA-020
                    Coroutine<String> never = read(); // FERMATA-020
                    Coroutine<String> later = read();
                    String text = await(read());
                    return Coroutine.of(text + await(later));
                }
                static void plain(boolean wanted) {
                    Host.read(); // FERMATA-020
                    Callable<Coroutine<String>> factory = Host::read;
                    Coroutine<String> sometimes = read();
                    if (wanted) {
                        sometimes.close();
                    }
                }
                static Coroutine<String> passedOn() {
                    return read();
                }
                """);
    }

    @Test
    void a_call_that_blocks_is_reported_in_a_coroutine_only() {
        check("""
                @Suspendable static Coroutine<Object> run(Future<?> future, BlockingQueue<?> queue) throws Exception {
                    Thread.sleep(10); // FERMATA-021
                    Object first = future.get(); // FERMATA-021
                    Object second = queue.take(); // FERMATA-021
                    Object third = queue.poll();
                    synchronized (future) {
                        future.wait(); // FERMATA-021
                    }
                    CompletableFuture.runAsync(() -> { }).join(); // FERMATA-021
                    return Coroutine.of(first + "" + second + third);
                }
                @Suspendable static Generator<Object, Void, Void> generator() throws Exception {
                    Thread.sleep(10);
                    Generator.yield(1);
                    return null;
                }
                static void plain() throws Exception {
                    Thread.sleep(10);
                }
                """);
    }

    @Tag("C9")
    @Test
    void a_handler_that_keeps_an_exit_for_itself_is_reported() {
        check("""
                @Suspendable static Coroutine<String> swallows() {
                    try {
                        return Coroutine.of(await(read()));
                    } catch (Throwable t) { // FERMATA-022
                        System.out.println(t);
                    }
                    return null;
                }
                @Suspendable static Generator<Object, Void, Void> retries() {
                    while (true) {
                        try {
                            Generator.yield(1);
                            return null;
                        } catch (RuntimeException | Error e) { // FERMATA-022
                            continue;
                        }
                    }
                }
                """);
    }

    @Test
    void handlers_that_let_exits_pass_are_not_reported() {
        check("""
                @Suspendable static Coroutine<String> narrow(AutoCloseable resource, Object lock) throws Exception {
                    try (resource) {
                        await(read());
                    } catch (Exception e) {
                        return null;
                    } finally {
                        System.out.println("done");
                    }
                    try {
                        await(read());
                    } catch (Throwable t) {
                        System.out.println(t);
                        throw t;
                    }
                    try {
                        await(read());
                    } catch (Throwable t) {
                        if (t instanceof GeneratorExit) {
                            throw t;
                        }
                    }
                    try {
                        await(read());
                    } catch (Throwable t) {
                        throw new IllegalStateException(t);
                    }
                    String text = await(read());
                    try {
                        System.out.println(text);
                    } catch (Throwable t) {
                        return null;
                    }
                    return Coroutine.of(text);
                }
                """);
    }

    @Tag("C13")
    @Test
    void a_lock_that_is_held_across_a_suspension_point_is_reported() {
        check("""
                @Suspendable static Coroutine<String> run(ReentrantLock lock, ReadWriteLock both) {
                    lock.lock();
                    try {
                        await(read()); // FERMATA-023
                    } finally {
                        lock.unlock();
                    }
                    await(read());
                    both.readLock().lock();
                    both.readLock().unlock();
                    return read();
                }
                """);
    }

    @Test
    void a_method_can_silence_what_is_meant() {
        check("""
                @Suspendable(silence = "FERMATA-021") static Coroutine<Object> run() throws Exception {
                    read(); // FERMATA-020
                    Thread.sleep(10);
                    return null;
                }
                @Suspendable(silence = {"FERMATA-020", "FERMATA-021"}) static Coroutine<Object> quiet() throws Exception {
                    read();
                    Thread.sleep(10);
                    return null;
                }
                """);
    }

    @Test
    void a_policy_silences_and_raises_single_warnings() {
        byte[] host = compile("""
                @Suspendable static Coroutine<Object> run() throws Exception {
                    read();
                    Thread.sleep(10);
                    return null;
                }
                """);
        assertEquals(List.of("FERMATA-020"), codes(host, "FERMATA-021=off", WeaveResult.Success.class));
        assertEquals(
                List.of("FERMATA-020", "FERMATA-021"), codes(host, "FERMATA-021=error", WeaveResult.Refused.class));
        assertEquals(List.of(), codes(host, "FERMATA-020=off:FERMATA-021=off", WeaveResult.Success.class));
    }

    @Test
    void a_plain_class_with_a_raised_warning_is_refused_too() {
        byte[] host = Classes.compile("""
                class Host {
                    static void plain() {
                        dev.fermata.Coroutine.of(1);
                    }
                }
                """).get("Host");
        assertEquals(List.of("FERMATA-020"), codes(host, "", WeaveResult.Untouched.class));
        assertEquals(List.of("FERMATA-020"), codes(host, "FERMATA-020=error", WeaveResult.Refused.class));
    }

    private static List<String> codes(byte[] host, String policy, Class<? extends WeaveResult> expected) {
        WeaveResult result = new Weaver(WarningPolicy.parse(policy)).weave(host);
        assertEquals(expected, result.getClass());
        return findings(result).stream().map(finding -> finding.code().id()).toList();
    }

    private static void check(String methods) {
        List<String> lines = (HEAD + methods).lines().toList();
        SortedSet<String> expected = new TreeSet<>();
        for (int i = 0; i < lines.size(); i++) {
            int comment = lines.get(i).indexOf("// FERMATA-");
            if (comment >= 0) {
                expected.add((i + 1) + " " + lines.get(i).substring(comment + 3));
            }
        }
        SortedSet<String> actual = new TreeSet<>();
        findings(new Weaver().weave(compile(methods)))
                .forEach(finding ->
                        actual.add(finding.line() + " " + finding.code().id()));
        assertEquals(expected, actual);
    }

    private static byte[] compile(String methods) {
        return Classes.compile(HEAD + methods + "}\n").get("Host");
    }

    private static List<Diagnostic> findings(WeaveResult result) {
        List<Diagnostic> findings = new ArrayList<>();
        if (result instanceof WeaveResult.Success success) {
            findings.addAll(success.warnings());
        } else if (result instanceof WeaveResult.Refused refused) {
            findings.addAll(refused.errors());
        } else if (result instanceof WeaveResult.Untouched untouched) {
            findings.addAll(untouched.warnings());
        }
        return findings;
    }
}
