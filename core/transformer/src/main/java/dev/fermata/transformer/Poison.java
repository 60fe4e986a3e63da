package dev.fermata.transformer;

import dev.fermata.transformer.validation.ClassValidator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.InstructionAdapter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Makes the methods of a class that cannot be woven throw the reason when they are called: those that were to suspend,
 * and those that use a marker where nothing can, initialisers included. Under the agent an exception thrown while a class
 * is loaded would be swallowed by the JVM, and the class would run unwoven.
 */
final class Poison {
    /** Well below the 65535 bytes of a string constant (JVMS 4.4.7). */
    private static final int LONGEST_MESSAGE = 16_000;

    private Poison() {}

    static byte[] apply(ClassReader reader, List<Diagnostic> errors) {
        ClassNode host = new ClassNode(RuntimeNames.ASM);
        reader.accept(host, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        String message = message(errors);
        Map<String, MethodNode> replacements = new HashMap<>();
        for (MethodNode method : host.methods) {
            boolean hasCode = (method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
            if (hasCode && ClassValidator.isMeantToSuspend(method)) {
                replacements.put(method.name + method.desc, throwing(method, message));
            }
        }
        return MemberReplacer.replace(reader, replacements);
    }

    private static String message(List<Diagnostic> errors) {
        StringBuilder text = new StringBuilder("this class could not be woven:");
        for (Diagnostic error : errors) {
            text.append('\n').append(error);
        }
        return text.substring(0, Math.min(text.length(), LONGEST_MESSAGE));
    }

    private static MethodNode throwing(MethodNode method, String message) {
        method.instructions.clear();
        method.tryCatchBlocks.clear();
        method.localVariables = null;
        method.visibleLocalVariableAnnotations = null;
        method.invisibleLocalVariableAnnotations = null;
        InstructionAdapter code = new InstructionAdapter(method);
        Type error = Type.getObjectType(RuntimeNames.NOT_WOVEN_ERROR);
        code.anew(error);
        code.dup();
        code.aconst(message);
        code.invokespecial(error.getInternalName(), "<init>", "(Ljava/lang/String;)V", false);
        code.athrow();
        return method;
    }
}
