package dev.fermata.tests.stress.weaving;

import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.InstructionAdapter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A method's code once more, as a coroutine.
 *
 * <pre>
 *   R m(A a) { ... call(); ... return x; }       private static Coroutine m$stress0(Host this, A a) {
 *                                                    ... Coroutine.suspend(null); call(); ...
 *                                                    return Coroutine.of(box(x));
 *                                                }
 * </pre>
 *
 * Where nothing is going to run, every other suspension is an {@code await(null)}, so that both shapes are verified. The
 * copy is static, so that no method of a subclass can take its place, and private, which interfaces allow too.
 */
final class CoroutineCopy {
    private static final String COROUTINE = Type.getInternalName(Coroutine.class);
    private static final String SUSPEND = "(Ljava/lang/Object;)Ljava/lang/Object;";
    private static final String AWAIT =
            Type.getMethodDescriptor(Type.getType(Object.class), Type.getType(Awaitable.class));
    private static final int ACCESS = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;

    private CoroutineCopy() {}

    /** Makes the copy; the original may be changed afterwards. */
    static MethodNode of(
            ClassNode host, MethodNode original, String name, List<AbstractInsnNode> sites, StressWeaver.Mode mode) {
        Type result = Type.getReturnType(original.desc);
        InsnList code = original.instructions;
        for (int i = 0; i < sites.size(); i++) {
            boolean awaits = mode == StressWeaver.Mode.BESIDE && i % 2 == 1;
            code.insertBefore(sites.get(i), awaits ? marker("await", AWAIT) : marker("suspend", SUSPEND));
        }
        for (AbstractInsnNode insn : code.toArray()) {
            if (insn.getOpcode() >= Opcodes.IRETURN && insn.getOpcode() <= Opcodes.RETURN) {
                code.insertBefore(insn, endOfCoroutine(result));
                code.set(insn, new InsnNode(Opcodes.ARETURN));
            }
        }
        MethodNode copy = new MethodNode(ACCESS, name, descriptor(host, original), null, null);
        copy.visitAnnotation(Type.getDescriptor(Suspendable.class), true).visitEnd();
        copy.instructions = code;
        copy.tryCatchBlocks = original.tryCatchBlocks;
        copy.localVariables = original.localVariables;
        copy.visibleLocalVariableAnnotations = original.visibleLocalVariableAnnotations;
        copy.invisibleLocalVariableAnnotations = original.invisibleLocalVariableAnnotations;
        copy.maxLocals = original.maxLocals;
        copy.maxStack = original.maxStack + 4;
        return copy;
    }

    /** The receiver, which was implied, becomes the first parameter and stays in slot 0. */
    private static String descriptor(ClassNode host, MethodNode original) {
        return parameters(host, original) + "L" + COROUTINE + ";";
    }

    /** The same for a static method that returns what the original returns. */
    static String driverDescriptor(ClassNode host, MethodNode original) {
        return parameters(host, original) + Type.getReturnType(original.desc);
    }

    private static String parameters(ClassNode host, MethodNode original) {
        String declared = original.desc.substring(1, original.desc.indexOf(')'));
        boolean isStatic = (original.access & Opcodes.ACC_STATIC) != 0;
        return "(" + (isStatic ? "" : "L" + host.name + ";") + declared + ")";
    }

    private static InsnList marker(String name, String desc) {
        InsnList code = new InsnList();
        code.add(new InsnNode(Opcodes.ACONST_NULL));
        code.add(callCoroutine(name, desc));
        code.add(new InsnNode(Opcodes.POP));
        return code;
    }

    /** [result] to [coroutine that ends with it] */
    private static InsnList endOfCoroutine(Type result) {
        InsnList code = new InsnList();
        if (result == Type.VOID_TYPE) {
            code.add(new InsnNode(Opcodes.ACONST_NULL));
            return code;
        }
        MethodNode scratch = new MethodNode();
        Boxing.box(result, new InstructionAdapter(scratch));
        code.add(scratch.instructions);
        code.add(callCoroutine("of", "(Ljava/lang/Object;)L" + COROUTINE + ";"));
        return code;
    }

    private static MethodInsnNode callCoroutine(String method, String desc) {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, COROUTINE, method, desc, true);
    }
}
