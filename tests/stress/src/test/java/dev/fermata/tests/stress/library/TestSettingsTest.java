package dev.fermata.tests.stress.library;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TestSettingsTest {
    @Test
    void without_settings_the_usual_names_are_tests() {
        String included = new TestSettings(List.of(), List.of()).included();
        for (String name : List.of("a.b.FooTest", "FooTests", "a.TestFoo", "a.FooTestCase")) {
            assertTrue(name.matches(included), name);
        }
        assertFalse("a.b.Foo".matches(included));
        assertFalse("a.test.Foo".matches(included));
    }

    @Test
    void members_are_never_test_classes() {
        assertTrue("a.FooTest$InnerTest".matches(new TestSettings(List.of(), List.of("**/Bar.java")).excluded()));
    }

    @Test
    void patterns_are_for_paths() {
        TestSettings settings = new TestSettings(List.of("**/perf/*Check.java"), List.of("AbstractCheck"));
        assertTrue("a.perf.FooCheck".matches(settings.included()));
        assertTrue("perf.FooCheck".matches(settings.included()));
        assertFalse("a.perf.b.FooCheck".matches(settings.included()));
        assertFalse("a.FooTest".matches(settings.included()));
        assertTrue("a.perf.AbstractCheck".matches(settings.excluded()));
        assertFalse("a.perf.FooCheck".matches(settings.excluded()));
    }

    @Test
    void two_stars_at_the_end_are_everything_below() {
        assertTrue("a.b.C".matches(TestSettings.regexOf("a/**")));
        assertFalse("x.a.b".matches(TestSettings.regexOf("a/**")));
    }
}
