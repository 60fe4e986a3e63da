package dev.fermata.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BirthLogTest {
    private static final long MILLI = Duration.ofMillis(1).toNanos();
    private static final long DAY = Duration.ofDays(1).toNanos();

    private final BirthLog log = new BirthLog();

    @Test
    void an_empty_log_knows_no_age() {
        assertEquals(0, log.ageOf(1, 1000));
        assertFalse(log.isBehind(0));
        assertTrue(log.isBehind(1));
    }

    @Test
    void the_age_counts_from_the_first_note_after_the_birth() {
        log.note(3, 100);
        log.note(5, 200);
        assertEquals(900, log.ageOf(1, 1000));
        assertEquals(900, log.ageOf(3, 1000));
        assertEquals(800, log.ageOf(4, 1000));
        assertEquals(0, log.ageOf(6, 1000));
        assertFalse(log.isBehind(5));
        assertTrue(log.isBehind(6));
    }

    @Test
    void in_a_loop_that_is_stuck_what_has_not_been_noted_counts_from_the_last_look() {
        log.look(0, 100);
        assertEquals(900, log.ageIfStuck(1, 1000));
        log.look(1, 200);
        log.look(1, 300);
        assertEquals(800, log.ageIfStuck(1, 1000));
        assertEquals(700, log.ageIfStuck(2, 1000));
        assertEquals(0, log.ageOf(2, 1000));
    }

    /** A task that was there when the server began to work has seen millions of others come. */
    @ParameterizedTest
    @ValueSource(longs = {7, 1000, 60_000})
    void what_is_old_is_known_nearly_as_well_as_what_is_new(long millisBetweenNotes) {
        long start = Long.MAX_VALUE - DAY; // clocks wrap
        long step = millisBetweenNotes * MILLI;
        int notes = (int) (2 * DAY / step);
        for (int number = 1; number <= notes; number++) {
            log.note(number, start + number * step);
        }
        long now = start + notes * step;
        for (int number = 1; number <= notes; number += 1 + notes / 5000) {
            long age = now - (start + number * step);
            long told = log.ageOf(number, now);
            assertTrue(told <= age && told >= age * 3 / 4 - 2 * MILLI, told + " instead of " + age);
        }
    }

    @Test
    void many_notes_at_the_same_time_are_few() {
        log.note(1, 0);
        for (int number = 2; number < 100_000; number++) {
            log.note(number, DAY + number);
        }
        assertEquals(2 * DAY, log.ageOf(1, 2 * DAY));
        assertEquals(DAY, log.ageOf(50_000, 2 * DAY), MILLI);
    }

    @Test
    void numbers_may_wrap() {
        log.note(Integer.MAX_VALUE, 100);
        assertTrue(log.isBehind(Integer.MIN_VALUE));
        log.note(Integer.MIN_VALUE, 200);
        assertEquals(900, log.ageOf(Integer.MAX_VALUE, 1000));
        assertEquals(800, log.ageOf(Integer.MIN_VALUE, 1000));
    }
}
