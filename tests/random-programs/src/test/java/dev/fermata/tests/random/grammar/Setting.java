package dev.fermata.tests.random.grammar;

import java.util.ArrayList;
import java.util.List;

/**
 * What is allowed at one place of a program.
 *
 * @param kind what the method around it is
 * @param markers whether it can suspend
 * @param returns whether it may return
 * @param delegates whether it may return another coroutine: in a {@code try} that would run too late
 * @param loops how many loops are around it
 * @param jumps the {@code break} and {@code continue} statements that lead somewhere
 */
record Setting(ProgramKind kind, boolean markers, boolean returns, boolean delegates, int loops, List<String> jumps) {
    /** The whole body of a suspendable method. */
    static Setting ofMethod(ProgramKind kind, int loops) {
        return new Setting(kind, true, true, true, loops, List.of());
    }

    /** A place that cannot suspend, such as a synchronized block. */
    Setting withoutMarkers() {
        return new Setting(kind, false, returns, delegates, loops, jumps);
    }

    /** A body of its own that cannot suspend, such as an ordinary lambda's. */
    Setting plainBody() {
        return new Setting(kind, false, false, false, loops, List.of());
    }

    /** A block of a switch expression, which neither jump nor return can leave. */
    Setting inSwitchExpression() {
        return new Setting(kind, markers, false, false, loops, List.of());
    }

    Setting inTry() {
        return new Setting(kind, markers, returns, false, loops, jumps);
    }

    Setting inLoop(String label) {
        List<String> inner = new ArrayList<>(List.of("break;", "continue;"));
        inner.add("break " + label + ";");
        inner.add("continue " + label + ";");
        jumps.stream().filter(jump -> jump.contains(" ")).forEach(inner::add);
        return new Setting(kind, markers, returns, delegates, loops + 1, inner);
    }

    Setting withJump(String jump) {
        List<String> inner = new ArrayList<>(jumps);
        inner.add(jump);
        return new Setting(kind, markers, returns, delegates, loops, inner);
    }
}
