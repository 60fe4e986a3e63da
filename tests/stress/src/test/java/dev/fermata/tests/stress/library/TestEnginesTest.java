package dev.fermata.tests.stress.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TestEnginesTest {
    private static final String NEWEST = "5.14.4";
    private static final String LAUNCHER = "org.junit.platform:junit-platform-launcher";
    private static final String JUPITER_API = "org.junit.jupiter:junit-jupiter-api";
    private static final String JUPITER = "org.junit.jupiter:junit-jupiter-engine";
    private static final String VINTAGE = "org.junit.vintage:junit-vintage-engine";

    @Test
    void jupiter_gets_an_engine_and_a_launcher_of_its_own_version() {
        assertEquals(Map.of(LAUNCHER, "1.10.1", JUPITER, "5.10.1"), missing(Map.of(JUPITER_API, "5.10.1")));
    }

    @Test
    void since_version_6_launcher_and_jupiter_have_one_number() {
        assertEquals(Map.of(LAUNCHER, "6.0.0", JUPITER, "6.0.0"), missing(Map.of(JUPITER_API, "6.0.0")));
    }

    @Test
    void junit_4_is_run_by_the_vintage_engine() {
        assertEquals(Map.of(LAUNCHER, "1.14.4", VINTAGE, NEWEST), missing(Map.of("junit:junit", "4.13.1")));
    }

    @Test
    void junit_3_is_replaced_by_what_the_vintage_engine_can_run() {
        assertEquals(
                Map.of(LAUNCHER, "1.14.4", VINTAGE, NEWEST, "junit:junit", "4.13.2"),
                missing(Map.of("junit:junit", "3.8.1")));
    }

    @Test
    void beside_jupiter_the_vintage_engine_has_its_version() {
        assertEquals(
                Map.of(LAUNCHER, "1.3.2", JUPITER, "5.3.2", VINTAGE, "5.3.2"),
                missing(Map.of(JUPITER_API, "5.3.2", "junit:junit", "4.12")));
    }

    @Test
    void the_first_vintage_engine_was_numbered_after_junit_4() {
        assertEquals(
                Map.of(LAUNCHER, "1.0.3", JUPITER, "5.0.3", VINTAGE, "4.12.3"),
                missing(Map.of(JUPITER_API, "5.0.3", "junit:junit", "4.12")));
    }

    @Test
    void testng_gets_its_engine() {
        assertEquals(
                Map.of(LAUNCHER, "1.14.4", "org.junit.support:testng-engine", "1.0.6"),
                missing(Map.of("org.testng:testng", "7.5")));
    }

    @Test
    void a_pom_without_test_dependencies_gets_all_of_junit() {
        assertEquals(
                Map.of(LAUNCHER, "1.14.4", JUPITER, NEWEST, VINTAGE, NEWEST, "junit:junit", "4.13.2"),
                missing(Map.of("g:a", "1")));
    }

    private static Map<String, String> missing(Map<String, String> present) {
        return TestEngines.missing(present, NEWEST);
    }
}
