package dev.fermata.tests.random.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/** The verdict that lets a broken class file off must not let a good one off. */
class JvmVerdictTest {
    @Test
    void hardly_any_seed_is_refused_and_a_class_without_frames_is() {
        long refused = Seeds.all().stream().filter(JvmVerdict::refuses).count();
        assertTrue(refused * 20 < Seeds.all().size(), refused + " seeds are refused");
        byte[] withBranches = Seeds.all().stream()
                .filter(seed -> !JvmVerdict.refuses(seed))
                .filter(seed -> !Arrays.equals(withoutFrames(seed), withFrames(seed)))
                .findFirst()
                .orElseThrow();
        assertFalse(JvmVerdict.refuses(withFrames(withBranches)));
        assertTrue(JvmVerdict.refuses(withoutFrames(withBranches)));
    }

    private static byte[] withoutFrames(byte[] classFile) {
        return copy(classFile, ClassReader.SKIP_FRAMES);
    }

    private static byte[] withFrames(byte[] classFile) {
        return copy(classFile, 0);
    }

    private static byte[] copy(byte[] classFile, int flags) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile).accept(writer, flags);
        return writer.toByteArray();
    }
}
