package dev.fermata.transformer;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A method to be woven, as the compiler left it.
 *
 * @param host its class
 * @param method the method; its instructions are rewritten by the lowerings
 * @param kind what it is
 * @param ordinal its number among the suspendable methods of the class, in the order of the class file
 */
public record SuspendableMethod(ClassNode host, MethodNode method, Kind kind, int ordinal) {
    public boolean isStatic() {
        return (method.access & Opcodes.ACC_STATIC) != 0;
    }

    public boolean hostIsInterface() {
        return (host.access & Opcodes.ACC_INTERFACE) != 0;
    }
}
