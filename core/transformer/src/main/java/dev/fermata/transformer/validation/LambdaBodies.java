package dev.fermata.transformer.validation;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Tells which methods of a class are bodies of lambdas: compilers make them up, and hand them to a lambda factory or at
 * least name them so. javac writes the body of a lambda in code that cannot be reached, such as {@code if (DEBUG)}, but
 * drops the instruction that hands it over.
 */
final class LambdaBodies {
    private static final String PREFIX = "lambda$";
    private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";

    /** Kotlin's lambdas are not flagged as synthetic, but named so that no source can name them: {@code f$lambda$0}. */
    private static final String KOTLIN_NAME = "$lambda$";

    private final Set<String> methods = new HashSet<>();

    LambdaBodies(ClassNode host) {
        for (MethodNode method : host.methods) {
            for (AbstractInsnNode insn : method.instructions) {
                if (insn instanceof InvokeDynamicInsnNode indy
                        && indy.bsm.getOwner().equals(FACTORY)) {
                    collect(host, indy);
                }
            }
        }
    }

    private void collect(ClassNode host, InvokeDynamicInsnNode indy) {
        for (Object argument : indy.bsmArgs) {
            if (argument instanceof Handle handle && handle.getOwner().equals(host.name)) {
                methods.add(handle.getName() + handle.getDesc());
            }
        }
    }

    boolean contains(MethodNode method) {
        boolean isSynthetic = (method.access & Opcodes.ACC_SYNTHETIC) != 0;
        boolean isHandedOver = methods.contains(method.name + method.desc);
        // What is not made up and handed over is a method that a reference names.
        return isHandedOver && (isSynthetic || method.name.contains(KOTLIN_NAME))
                || isSynthetic && method.name.startsWith(PREFIX);
    }
}
