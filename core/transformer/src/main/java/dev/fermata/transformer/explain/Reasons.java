package dev.fermata.transformer.explain;

import dev.fermata.transformer.validation.Findings;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Words why a value is kept, or is not. */
final class Reasons {
    private static final int MOST_LINES = 3;

    private final MethodNode method;

    Reasons(MethodNode method) {
        this.method = method;
    }

    /** A variable kept at an instruction. */
    String read(BitSet reads, int index) {
        String ahead = lines(reads, at -> at > index);
        String behind = lines(reads, at -> at <= index);
        if (behind.isEmpty()) {
            return "read" + ahead;
        }
        String again = behind + ", when the loop comes round";
        return "read" + (ahead.isEmpty() ? again : ahead + "; and" + again);
    }

    /** A parameter that the body reads. */
    String parameter(BitSet reads) {
        return "parameter, read" + lines(reads, at -> true);
    }

    /** A variable in scope that is not kept. */
    String notKept(Reads reads) {
        return reads.writes().isEmpty() ? "not read again" : "assigned anew before it is read";
    }

    /** A value on the operand stack. */
    String operand(BitSet consumers, int index) {
        Set<String> uses = new LinkedHashSet<>();
        consumers.stream().filter(at -> at > index).forEach(at -> uses.add(useOf(method.instructions.get(at))));
        consumers.stream().filter(at -> at <= index).forEach(at -> uses.add(useOf(method.instructions.get(at))));
        return uses.isEmpty() ? "lies below on the operand stack" : String.join("; ", uses);
    }

    private String useOf(AbstractInsnNode insn) {
        return what(insn) + lines(only(method.instructions.indexOf(insn)), at -> true);
    }

    private static BitSet only(int index) {
        BitSet one = new BitSet();
        one.set(index);
        return one;
    }

    private static String what(AbstractInsnNode insn) {
        if (insn instanceof MethodInsnNode call) {
            String name = call.name.equals("<init>") ? "new " + Types.ofInternal(call.owner) : call.name;
            return "argument of " + name + "()";
        }
        if (insn instanceof InvokeDynamicInsnNode call) {
            return call.name.equals("makeConcatWithConstants") ? "part of a string" : "captured by a lambda";
        }
        if (insn instanceof FieldInsnNode field) {
            return "for the field " + field.name;
        }
        int opcode = insn.getOpcode();
        if (opcode >= Opcodes.IADD && opcode <= Opcodes.LXOR) {
            return "operand of " + sign(opcode);
        }
        if (opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE) {
            return "stored in a variable";
        }
        if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD
                || opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
            return "for an element of an array";
        }
        if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.ARETURN) {
            return "returned";
        }
        return switch (opcode) {
            case Opcodes.POP, Opcodes.POP2 -> "dropped";
            case Opcodes.CHECKCAST -> "cast";
            default -> opcode >= Opcodes.LCMP && opcode <= Opcodes.IF_ACMPNE ? "compared" : "used";
        };
    }

    private static String sign(int opcode) {
        String[] signs = {"+", "-", "*", "/", "%", "-", "<<", ">>", ">>>", "&", "|", "^"};
        // four types each up to negation, then two
        int kind = opcode < Opcodes.ISHL ? (opcode - Opcodes.IADD) / 4 : 6 + (opcode - Opcodes.ISHL) / 2;
        return signs[kind];
    }

    /** " at line 12", " at lines 12, 14"; " later" without line numbers; nothing if there is none. */
    private String lines(BitSet indices, IntPredicate which) {
        Set<Integer> lines = new LinkedHashSet<>();
        indices.stream().filter(which).forEach(at -> lines.add(Findings.lineOf(method.instructions.get(at))));
        if (lines.isEmpty()) {
            return "";
        }
        if (lines.contains(0)) {
            return " later";
        }
        List<String> shown = new ArrayList<>();
        lines.stream().limit(MOST_LINES).forEach(line -> shown.add(String.valueOf(line)));
        int more = lines.size() - shown.size();
        return (lines.size() == 1 ? " at line " : " at lines ")
                + String.join(", ", shown)
                + (more > 0 ? " and " + more + " more" : "");
    }
}
