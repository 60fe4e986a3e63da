package dev.fermata.tests.stress.weaving;

import dev.fermata.Coroutine;
import dev.fermata.tests.stress.driver.StressDriver;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.InstructionAdapter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The code that runs a coroutine in place of the method it was made of.
 *
 * <pre>
 *   R m(A a) { return unbox(StressDriver.run(m$stress0(this, a))); }
 * </pre>
 */
final class DrivingMethod {
    private static final String RUN =
            Type.getMethodDescriptor(Type.getType(Object.class), Type.getType(Coroutine.class));

    private DrivingMethod() {}

    /** Gives a method that has lost its code this one. */
    static void emit(ClassNode host, MethodNode method, MethodNode coroutine, int line) {
        InstructionAdapter code = new InstructionAdapter(method);
        emitLine(line, method);
        int slot = 0;
        for (Type argument : Type.getArgumentTypes(coroutine.desc)) {
            code.load(slot, argument);
            slot += argument.getSize();
        }
        boolean isInterface = (host.access & Opcodes.ACC_INTERFACE) != 0;
        code.invokestatic(host.name, coroutine.name, coroutine.desc, isInterface);
        code.invokestatic(Type.getInternalName(StressDriver.class), "run", RUN, false);
        Type result = Type.getReturnType(method.desc);
        if (result == Type.VOID_TYPE) {
            code.pop();
        } else {
            Boxing.unbox(result, code);
        }
        code.areturn(result);
        method.visitMaxs(0, 0);
    }

    private static void emitLine(int line, MethodVisitor method) {
        if (line > 0) {
            Label start = new Label();
            method.visitLabel(start);
            method.visitLineNumber(line, start);
        }
    }
}
