package dev.fermata.benchmarks.firstcall;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.benchmarks.jvm.FreshJvm;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FirstUseTest {
    @ParameterizedTest
    @EnumSource(Use.class)
    void prints_how_long_it_took(Use use) throws Exception {
        String said = FreshJvm.with().run(FirstUse.class, use.argument());
        assertTrue(Long.parseLong(said.strip()) > 0, said);
    }

    @ParameterizedTest
    @EnumSource(
            value = Use.class,
            names = {"PLUGIN_ITEM", "PLUGIN_RESULT"})
    void starts_neither_logging_nor_decimals_of_any_length(Use use) throws Exception {
        String loaded = FreshJvm.with("-Xlog:class+load").run(FirstUse.class, use.argument());
        assertTrue(loaded.contains("dev.fermata.frame.Frame "), "the list of loaded classes is in another format");
        assertFalse(loaded.contains("jdk.internal.logger.LazyLoggers "), "four hundred classes of the JDK's logging");
        assertFalse(loaded.contains("java.math.BigDecimal "), "tables that are computed when the class is loaded");
    }

    @Test
    void each_work_is_done_in_the_same_ways() {
        Set<Use> uses = EnumSet.allOf(Use.class);
        assertTrue(uses.stream()
                .allMatch(use -> uses.stream()
                                .filter(other -> other.variant().equals(use.variant()))
                                .count()
                        == 2));
    }
}
