package dev.fermata.benchmarks.report;

import dev.fermata.benchmarks.report.Goal.Outcome;
import dev.fermata.benchmarks.report.Goal.Quantity;
import dev.fermata.benchmarks.report.Goal.Relation;
import java.util.List;

/** What Fermata wants to reach, computed from what was measured. */
final class Goals {
    private static final List<Goal> ALL = List.of(
            slower("flat generator, × hand-written iterator", 1.5, "FlatGenerator", "fermataIterable", "handWritten"),
            slower("flat generator of ints, × hand-written", 1.5, "FlatPrimitives", "fermataIterator", "handWritten"),
            faster("flat generator, × faster than Kotlin's", 8, "FlatGenerator", "fermataIterable", "kotlin"),
            slower("tree walk, × explicit stack", 4, "RecursiveTreeWalk", "fermata", "handWritten"),
            faster("tree walk, × faster than Kotlin's scope", 2, "RecursiveTreeWalk", "fermata", "kotlinScope"),
            faster("tree walk, × faster than Kotlin's yieldAll", 8, "RecursiveTreeWalk", "fermata", "kotlinYieldAll"),
            new Goal(
                    "an item at depth 10 000, × one at depth 10",
                    time("DelegationDepth, depth 10000", "fermata"),
                    time("DelegationDepth, depth 10", "fermata"),
                    Relation.AT_MOST,
                    2),
            slower("pipeline, × java.util.stream", 1, "GeneratorPipeline", "fermata", "stream"),
            slower("await that does not suspend, × Kotlin's", 1, "ReadyAwaitChain", "fermata", "kotlin"),
            new Goal(
                    "await that does not suspend, bytes × a frame",
                    new Quantity("ReadyAwaitChain", "fermata", true),
                    time("SuspendedCoroutine", "fermata"),
                    Relation.AT_MOST,
                    1),
            faster("loop switch, × faster than Kotlin", 3, "EventLoopTurn", "fermata", "kotlin"),
            faster("loop switch among tasks, × faster than Kotlin", 3, "TaskSwitch", "fermata", "kotlin"),
            faster("loop switch, × faster than a virtual thread", 20, "EventLoopTurn", "fermata", "virtualThreads"),
            faster("loop switch among tasks, × a virtual thread", 20, "TaskSwitch", "fermata", "virtualThreads"),
            faster("spawn, × faster than Kotlin", 4, "SpawnAndJoin", "fermata", "kotlin"),
            faster("channel, × faster than Kotlin", 4, "ChannelRoundTrip", "fermata", "kotlin"),
            new Goal(
                    "bytes of a suspended task of two frames",
                    time("MillionTasks, waiting", "fermata"),
                    null,
                    Relation.AT_MOST,
                    160));

    private Goals() {}

    /** How all of them turned out. */
    static List<Outcome> in(Report report) {
        return ALL.stream()
                .flatMap(goal -> goal.in(report.figures(), report.environment().feature()).stream())
                .toList();
    }

    private static Goal slower(String text, double bound, String workload, String ours, String yardstick) {
        return new Goal(text, time(workload, ours), time(null, yardstick), Relation.AT_MOST, bound);
    }

    private static Goal faster(String text, double bound, String workload, String ours, String peer) {
        return new Goal(text, time(workload, peer), time(null, ours), Relation.AT_LEAST, bound);
    }

    private static Quantity time(String workload, String variant) {
        return new Quantity(workload, variant, false);
    }
}
