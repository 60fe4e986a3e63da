package dev.fermata.benchmarks.report;

import static dev.fermata.benchmarks.report.Reports.nanos;
import static dev.fermata.benchmarks.report.Reports.on;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.benchmarks.report.Goal.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoalsTest {
    @Test
    void a_goal_is_judged_in_every_setting_that_was_measured() {
        Report report = on(
                25,
                nanos("EventLoopTurn, depth 1", "fermata", 5, 0),
                nanos("EventLoopTurn, depth 1", "kotlin", 16, 0),
                nanos("EventLoopTurn, depth 100", "fermata", 10, 0),
                nanos("EventLoopTurn, depth 100", "kotlin", 16, 0));
        List<Outcome> outcomes = outcomesOf("loop switch, × faster than Kotlin", report);
        assertEquals(List.of(3.2, 1.6), outcomes.stream().map(Outcome::figure).toList());
        assertEquals(List.of(true, false), outcomes.stream().map(Outcome::isMet).toList());
    }

    @Test
    void the_fastest_peer_counts() {
        Report report = on(
                25,
                nanos("FlatGenerator", "fermataIterable", 1, 0),
                nanos("FlatGenerator", "kotlinSequence", 9, 0),
                nanos("FlatGenerator", "kotlinFlow", 7, 0));
        assertEquals(
                7,
                outcomesOf("flat generator, × faster than Kotlin's", report)
                        .get(0)
                        .figure());
    }

    @Test
    void errors_add_up_by_their_shares() {
        Report report = on(25, nanos("SpawnAndJoin", "fermata", 10, 3), nanos("SpawnAndJoin", "kotlin", 50, 20));
        Outcome outcome = outcomesOf("spawn, × faster than Kotlin", report).get(0);
        assertEquals(2.5, outcome.error(), 1e-9); // 5 × (0.3 and 0.4 at right angles)
        assertTrue(outcome.isMet());
        assertFalse(outcome.isClear());
    }

    @Test
    void an_older_jdk_is_given_more_room_for_ratios() {
        Figure[] figures = {nanos("SpawnAndJoin", "fermata", 10, 0), nanos("SpawnAndJoin", "kotlin", 30, 0)};
        assertFalse(outcomesOf("spawn, × faster than Kotlin", on(25, figures))
                .get(0)
                .isMet());
        assertTrue(outcomesOf("spawn, × faster than Kotlin", on(17, figures))
                .get(0)
                .isMet());
    }

    @Test
    void bytes_are_the_same_on_every_jdk() {
        Figure tasks = Figure.of("MillionTasks, waiting", "fermata", "bytes", 161, null, null);
        for (int feature : List.of(17, 25)) {
            Outcome outcome = outcomesOf("bytes of a suspended task of two frames", on(feature, tasks))
                    .get(0);
            assertEquals(160, outcome.bound());
            assertFalse(outcome.isMet());
        }
    }

    @Test
    void settings_of_one_workload_are_compared() {
        Report report = on(
                25,
                nanos("DelegationDepth, depth 10", "fermata", 2, 0),
                nanos("DelegationDepth, depth 10000", "fermata", 3, 0),
                nanos("DelegationDepth, depth 1000000", "fermata", 8, 0));
        List<Outcome> outcomes = outcomesOf("an item at depth 10 000, × one at depth 10", report);
        assertEquals(List.of(1.5), outcomes.stream().map(Outcome::figure).toList());
    }

    @Test
    void what_was_not_measured_is_not_met() {
        List<Outcome> outcomes = Goals.in(on(25));
        assertTrue(outcomes.size() >= 15);
        for (Outcome outcome : outcomes) {
            assertNull(outcome.figure());
            assertFalse(outcome.isMet());
        }
    }

    @Test
    void the_table_says_what_came_of_it() {
        Report report = on(25, nanos("SpawnAndJoin", "fermata", 10, 3), nanos("SpawnAndJoin", "kotlin", 20, 0));
        String table = GoalTable.of(Goals.in(report));
        assertTrue(
                table.contains("| spawn, × faster than Kotlin | SpawnAndJoin | ≥ 4.00 | 2.00 | 0.60 | **missed** |\n"),
                table);
        assertTrue(table.contains("| channel, × faster than Kotlin |  | ≥ 4.00 |  |  | not measured |\n"), table);
    }

    private static List<Outcome> outcomesOf(String goal, Report report) {
        return Goals.in(report).stream()
                .filter(outcome -> outcome.goal().text().equals(goal))
                .toList();
    }
}
