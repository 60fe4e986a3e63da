package dev.fermata.transformer.emit;

import dev.fermata.transformer.FrameLayout;
import dev.fermata.transformer.RuntimeNames;
import dev.fermata.transformer.RuntimeNames.Member;
import dev.fermata.transformer.SpillPlan;
import java.util.List;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.InstructionAdapter;

/** The vocabulary of the emitters. Types are verification types in ASM's notation, fields are those of a frame class. */
final class Code extends InstructionAdapter {
    private final String frameClass;

    Code(MethodVisitor method, String frameClass) {
        super(RuntimeNames.ASM, method);
        this.frameClass = frameClass;
    }

    void load(int slot, Object type) {
        load(slot, asmType(type));
    }

    void store(int slot, Object type) {
        store(slot, asmType(type));
    }

    void getField(FrameLayout.Field field) {
        getfield(frameClass, field.name(), field.desc());
    }

    void putField(FrameLayout.Field field) {
        putfield(frameClass, field.name(), field.desc());
    }

    /** Calls a method that the frame class inherits; naming the heir, the verifier need not load it. */
    void callFrame(Member member) {
        invokevirtual(frameClass, member.name(), member.desc(), false);
    }

    /** Calls a method on a frame of unknown class. */
    void callAnyFrame(Member member) {
        invokevirtual(RuntimeNames.FRAME, member.name(), member.desc(), false);
    }

    void callRuntime(String owner, Member member) {
        invokestatic(owner, member.name(), member.desc(), false);
    }

    /** Drops the value on top of the stack. */
    void drop(Object type) {
        if (SpillPlan.sizeOf(type) == 2) {
            pop2();
        } else {
            pop();
        }
    }

    void frame(List<Object> locals, List<Object> stack) {
        visitFrame(Opcodes.F_NEW, locals.size(), locals.toArray(), stack.size(), stack.toArray());
    }

    private static Type asmType(Object type) {
        if (type == Opcodes.INTEGER) {
            return Type.INT_TYPE;
        }
        if (type == Opcodes.LONG) {
            return Type.LONG_TYPE;
        }
        if (type == Opcodes.FLOAT) {
            return Type.FLOAT_TYPE;
        }
        return type == Opcodes.DOUBLE ? Type.DOUBLE_TYPE : OBJECT_TYPE;
    }
}
