package dev.fermata.tests.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.CodeSizeEvaluator;

/**
 * Bytes of code of methods that C2 has to inline: at a cold place it takes no more than 35 (MaxInlineSize), at a hot one no
 * more than 325 (FreqInlineSize).
 */
class CodeSizeTest {
    private static final int TRIVIAL = 6;
    private static final int COLD = 35;
    private static final int HOT = 325;
    private static final String POINTS = "dev/fermata/tests/speed/Points";

    /** Once in the life of a frame, where a call would make the frame escape: MaxTrivialSize. */
    @ParameterizedTest
    @CsvSource({"Frame, end", "GeneratorFrame, keepResult"})
    void what_the_end_of_a_body_calls_is_trivial(String frame, String method) throws IOException {
        assertAtMost(TRIVIAL, "dev/fermata/frame/" + frame, method);
    }

    @ParameterizedTest
    @CsvSource({
        "Frame, point",
        "Frame, ended",
        "Frame, suspendAt",
        "Frame, isDeferred",
        "Frame, take",
        "Frame, isAdoptable",
        "GeneratorFrame, isReady",
        "GeneratorFrame, keep",
        "GeneratorFrame, takeAhead",
        "GeneratorFrame, isAhead",
        "GeneratorFrame, unboxed",
        "GeneratorFrame, isUnboxed",
        "PrimitiveFrame, handOut",
        "PrimitiveFrame, isReady",
        "PrimitiveFrame, fetched",
        "PrimitiveFrame, takeAhead",
        "PrimitiveFrame, isElsewhere"
    })
    void what_every_fast_path_calls_is_inlined_anywhere(String frame, String method) throws IOException {
        assertAtMost(COLD, "dev/fermata/frame/" + frame, method);
    }

    @ParameterizedTest
    @CsvSource({
        "frame/Frame, begin",
        "frame/Frame, delegateTo",
        "frame/Frame, enter",
        "frame/Frame, innermost",
        "frame/Frame, resume",
        "frame/Frame, drive",
        "loop/Task, park",
        "loop/Task, drive",
        "loop/Task, run",
        "loop/EventLoop, runBatch",
        "loop/EventLoop, turn"
    })
    void what_a_switch_calls_is_inlined_where_it_is_hot(String owner, String method) throws IOException {
        assertAtMost(HOT, "dev/fermata/" + owner, method);
    }

    /**
     * 24 bytes of each, and 10 more where it awaits, are handlers that nothing enters and no compiler looks at: they hold
     * what coverage tools know our branches by. A body that is above {@link #HOT} only because of them goes without.
     */
    @ParameterizedTest
    @CsvSource({
        "range$co0, 132",
        "ints$co1, 132",
        "inOrder$co2, 271",
        "same$co3, 73",
        "awaiting$co4, 195",
        "turning$co5, 191",
        "spawning$co6, 222",
        "echo$co9, 304",
        "suspending$co13, 152",
        "below$co14, 149"
    })
    void woven_bodies_do_not_grow(String body, int atMost) throws IOException {
        assertAtMost(atMost, "dev/fermata/tests/speed/Work", "lambda$" + body);
    }

    /** Without the bytes that are the programmer's: operand, call and pop. */
    @ParameterizedTest
    @CsvSource({"twoYields$co0, fourYields$co1, 5, 11", "twoAwaits$co2, fourAwaits$co3, 5, 65"})
    void a_suspension_point_adds_no_more_code_than_before(String two, String four, int written, int atMost)
            throws IOException {
        int added = (sizeOf(POINTS, "lambda$" + four) - sizeOf(POINTS, "lambda$" + two)) / 2 - written;
        assertTrue(added <= atMost, () -> four + " has " + added + " bytes a point, of " + atMost + " allowed");
    }

    private static void assertAtMost(int limit, String owner, String method) throws IOException {
        int size = sizeOf(owner, method);
        assertTrue(
                size <= limit,
                () -> owner + "." + method + " has " + size + " bytes of code, of " + limit + " allowed");
    }

    private static int sizeOf(String owner, String method) throws IOException {
        List<Integer> sizes = sizesOf(owner, method);
        assertEquals(1, sizes.size(), owner + "." + method + ": the guard has to be told the new name");
        return sizes.get(0);
    }

    private static List<Integer> sizesOf(String owner, String wanted) throws IOException {
        List<Integer> sizes = new ArrayList<>();
        try (InputStream in = CodeSizeTest.class.getResourceAsStream("/" + owner + ".class")) {
            new ClassReader(in).accept(new Sizes(wanted, sizes), 0);
        }
        return sizes;
    }

    /** Adds the size of each method of a name. */
    private static final class Sizes extends ClassVisitor {
        private final String wanted;
        private final List<Integer> sizes;

        Sizes(String wanted, List<Integer> sizes) {
            super(Opcodes.ASM9);
            this.wanted = wanted;
            this.sizes = sizes;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String desc, String signature, String[] exceptions) {
            if (!name.equals(wanted)) {
                return null;
            }
            return new CodeSizeEvaluator(Opcodes.ASM9, null) {
                @Override
                public void visitEnd() {
                    sizes.add(getMinSize()); // what javac and the weaver write: no wide jumps, few constants
                }
            };
        }
    }
}
