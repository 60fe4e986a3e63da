package dev.fermata.examples;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Real time, for {@link SleepingLoop}. */
final class WallClock implements SleepingLoop.Clock {
    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void sleepUntil(Instant time) throws InterruptedException {
        for (Duration left = Duration.between(now(), time); !left.isNegative(); left = Duration.between(now(), time)) {
            TimeUnit.NANOSECONDS.sleep(left.toNanos() + 1);
        }
    }
}
