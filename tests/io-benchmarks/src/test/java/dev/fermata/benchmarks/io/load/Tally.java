package dev.fermata.benchmarks.io.load;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * What comes of a load as long as it takes, on however busy a machine.
 *
 * @param connections how many are left
 * @param answers all of them
 * @param errors all of them
 */
public record Tally(int connections, long answers, long errors) {
    private static final Duration A_MOMENT = Duration.ofMillis(50);
    private static final Duration AT_MOST = Duration.ofSeconds(40);

    /** Asks until there is enough, or it has been tried for long. */
    public static Tally of(Load load, Predicate<Tally> isEnough) throws IOException {
        long end = System.nanoTime() + AT_MOST.toNanos();
        Tally tally = new Tally(0, 0, 0);
        do {
            Measurement more = load.ask(A_MOMENT);
            tally = new Tally(more.connections(), tally.answers + more.answers(), tally.errors + more.errors());
        } while (!isEnough.test(tally) && System.nanoTime() - end < 0);
        return tally;
    }
}
