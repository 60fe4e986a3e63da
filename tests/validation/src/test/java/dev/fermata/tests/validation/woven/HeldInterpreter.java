package dev.fermata.tests.validation.woven;

import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Interpreter;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/** Names each value by the instruction that makes it; loads, stores and copies hand it on. Sizes are ASM's affair. */
final class HeldInterpreter extends Interpreter<Held> {
    private final SourceInterpreter sizes = new SourceInterpreter();

    HeldInterpreter() {
        super(Opcodes.ASM9);
    }

    /** A body starts with no monitor held, so all parameters may go by one name. */
    @Override
    public Held newValue(Type type) {
        return type == Type.VOID_TYPE ? null : new Held(type == null ? 1 : type.getSize(), "start");
    }

    @Override
    public Held newOperation(AbstractInsnNode insn) {
        return made(insn, sizes.newOperation(insn));
    }

    @Override
    public Held copyOperation(AbstractInsnNode insn, Held value) {
        return value;
    }

    @Override
    public Held unaryOperation(AbstractInsnNode insn, Held value) {
        return insn.getOpcode() == Opcodes.CHECKCAST ? value : made(insn, sizes.unaryOperation(insn, null));
    }

    @Override
    public Held binaryOperation(AbstractInsnNode insn, Held one, Held other) {
        return made(insn, sizes.binaryOperation(insn, null, null));
    }

    @Override
    public Held ternaryOperation(AbstractInsnNode insn, Held one, Held two, Held three) {
        return made(insn, sizes.ternaryOperation(insn, null, null, null));
    }

    @Override
    public Held naryOperation(AbstractInsnNode insn, List<? extends Held> values) {
        return made(insn, sizes.naryOperation(insn, null));
    }

    @Override
    public void returnOperation(AbstractInsnNode insn, Held value, Held expected) throws AnalyzerException {}

    @Override
    public Held merge(Held one, Held other) {
        return one.equals(other) ? one : new Held(Math.min(one.size(), other.size()), Held.UNKNOWN);
    }

    private static Held made(AbstractInsnNode insn, SourceValue value) {
        return new Held(value.getSize(), insn);
    }

    /** Whether a method has monitors at all. */
    static boolean isNeededFor(MethodNode method) {
        for (AbstractInsnNode insn : method.instructions) {
            if (insn.getOpcode() == Opcodes.MONITORENTER || insn.getOpcode() == Opcodes.MONITOREXIT) {
                return true;
            }
        }
        return false;
    }
}
