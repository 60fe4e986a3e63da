package dev.fermata.tests.coverage;

import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.analysis.ILine;

/** Counters as text. */
final class Show {
    private Show() {}

    /** Covered of all. */
    static String ratio(ICounter counter) {
        return counter.getCoveredCount() + "/" + counter.getTotalCount();
    }

    /** The colour of a line in the report. */
    static String status(ILine line) {
        return switch (line.getStatus()) {
            case ICounter.NOT_COVERED -> "none";
            case ICounter.PARTLY_COVERED -> "partly";
            case ICounter.FULLY_COVERED -> "fully";
            default -> "empty";
        };
    }
}
