package dev.fermata.tests.random;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/** The long run: {@code mvn -q -Psoak verify [-Dmethods=100000] [-Dseed=N]}. */
final class Soak {
    private static final long MINUTE = 60_000;

    private Soak() {}

    /** Prints what was run and what failed; a failure ends the JVM with status 1. */
    public static void main(String[] arguments) {
        long seed = Long.getLong("seed", System.currentTimeMillis());
        int methods = Integer.getInteger("methods", 100_000);
        System.out.println("soak: " + methods + " methods from seed " + seed + " on " + Runtime.version());
        long start = System.nanoTime();
        Campaign campaign = new Campaign(seed, methods, Path.of("target", "failures"));
        Timer progress = new Timer(true);
        progress.schedule(printing(campaign), MINUTE, MINUTE);
        campaign.run();
        progress.cancel();
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        System.out.println("soak: seed " + seed + ": " + campaign.tally() + ", "
                + campaign.findings().size() + " failures, " + time.toSeconds() + " s");
        campaign.findings().forEach(finding -> System.out.println("FAILED " + finding));
        System.exit(campaign.findings().isEmpty() ? 0 : 1);
    }

    private static TimerTask printing(Campaign campaign) {
        return new TimerTask() {
            @Override
            public void run() {
                System.out.println("so far " + campaign.tally() + ", "
                        + campaign.findings().size() + " failures");
            }
        };
    }
}
