package dev.fermata.tests.loop.debug;

import dev.fermata.loop.EventLoop;
import java.time.Duration;

/** A program whose loop is in debug mode because the system property says so, for a JVM of its own. */
final class SlowFromTheStart {
    private SlowFromTheStart() {}

    public static void main(String... none) {
        try (Reports reports = new Reports()) {
            EventLoop.run(Mistakes.computesAtOnce(Duration.ofMillis(60)));
            reports.taken().forEach(report -> System.out.println(report.replaceAll("\n.*", "")));
        }
    }
}
