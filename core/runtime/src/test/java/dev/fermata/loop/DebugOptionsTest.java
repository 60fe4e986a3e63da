package dev.fermata.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DebugOptionsTest {
    private static final DebugOptions DEFAULTS = DebugOptions.defaults();

    @Test
    void without_properties_the_limits_are_those_of_the_page() {
        assertEquals(new DebugOptions(Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(10)), DEFAULTS);
    }

    @Test
    void each_limit_can_be_changed_by_itself() {
        Duration other = Duration.ofMillis(7);
        assertEquals(new DebugOptions(other, DEFAULTS.blocked(), DEFAULTS.lingering()), DEFAULTS.withSlowStep(other));
        assertEquals(new DebugOptions(DEFAULTS.slowStep(), other, DEFAULTS.lingering()), DEFAULTS.withBlocked(other));
        assertEquals(new DebugOptions(DEFAULTS.slowStep(), DEFAULTS.blocked(), other), DEFAULTS.withLingering(other));
    }

    @Test
    void no_time_at_all_is_no_limit() {
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withSlowStep(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withBlocked(Duration.ofMillis(-1)));
        assertThrows(NullPointerException.class, () -> DEFAULTS.withLingering(null));
    }

    @Test
    void a_loop_says_whether_the_mode_is_on() {
        try (EventLoop loop = new EventLoop()) {
            assertFalse(loop.isDebug());
            loop.setDebug(true);
            assertTrue(loop.isDebug());
            loop.setDebug(DEFAULTS.withSlowStep(Duration.ofHours(1)));
            assertTrue(loop.isDebug());
            loop.setDebug(false);
            assertFalse(loop.isDebug());
        }
    }

    @Test
    void a_closed_loop_is_in_no_mode_and_takes_none() {
        EventLoop loop = new EventLoop();
        loop.setDebug(true);
        loop.close();
        assertFalse(loop.isDebug());
        assertThrows(IllegalStateException.class, () -> loop.setDebug(true));
    }
}
