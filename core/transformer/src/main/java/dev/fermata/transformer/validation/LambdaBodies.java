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
 * Tells which synthetic methods of a class are bodies of lambdas: the ones that a lambda factory is handed, and those named
 * like one. javac writes the body of a lambda in code that cannot be reached, such as {@code if (DEBUG)}, but drops the
 * instruction that hands it over.
 */
final class LambdaBodies {
    private static final String PREFIX = "lambda$";
    private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";

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
        return (method.access & Opcodes.ACC_SYNTHETIC) != 0
                && (methods.contains(method.name + method.desc) || method.name.startsWith(PREFIX));
    }
}
