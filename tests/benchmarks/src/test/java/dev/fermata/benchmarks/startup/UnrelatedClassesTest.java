package dev.fermata.benchmarks.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.transformer.Weaver;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import unrelated.LoadAll;

/** The program that is to measure what the agent costs those who do not use it. */
class UnrelatedClassesTest {
    @Test
    void every_class_has_a_name_of_its_own_and_does_not_mention_fermata() throws IOException {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 250; i++) {
            byte[] classFile = UnrelatedClasses.classFile(i);
            assertTrue(names.add(new ClassReader(classFile).getClassName()));
            assertFalse(Weaver.mentionsFermata(classFile));
        }
    }

    @Test
    void the_main_class_does_not_mention_fermata_either() throws IOException {
        assertFalse(Weaver.mentionsFermata(UnrelatedClasses.bytesOf(LoadAll.class)));
    }

    @Test
    void median_and_quartiles_are_measured_values() {
        assertEquals(new Spread(2, 3, 4), Spread.of(new long[] {5, 1, 4, 2, 3}));
        assertEquals(new Spread(7, 7, 7), Spread.of(new long[] {7}));
    }
}
