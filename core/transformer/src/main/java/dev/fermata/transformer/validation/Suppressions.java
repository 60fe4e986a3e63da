package dev.fermata.transformer.validation;

import dev.fermata.transformer.DiagnosticCode;
import dev.fermata.transformer.RuntimeNames;
import java.util.List;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What {@code @SuppressDiagnostics} says in a class. A lambda has no annotations of its own; compilers name its body
 * after the method around it ({@code lambda$run$0}), whose annotation counts.
 */
final class Suppressions {
    private static final String LAMBDA = "lambda$";

    private Suppressions() {}

    /** Whether a warning is not wanted; the method may be null. */
    static boolean cover(ClassNode host, MethodNode method, DiagnosticCode code) {
        return names(host.invisibleAnnotations, code)
                || method != null
                        && (names(method.invisibleAnnotations, code)
                                || method.name.startsWith(LAMBDA) && aroundLambda(host, method.name, code));
    }

    private static boolean aroundLambda(ClassNode host, String lambda, DiagnosticCode code) {
        int end = lambda.lastIndexOf('$');
        String around = lambda.substring(LAMBDA.length(), Math.max(LAMBDA.length(), end));
        for (MethodNode method : host.methods) {
            if (method.name.equals(around) && names(method.invisibleAnnotations, code)) {
                return true;
            }
        }
        return false;
    }

    private static boolean names(List<AnnotationNode> annotations, DiagnosticCode code) {
        if (annotations != null) {
            for (AnnotationNode annotation : annotations) {
                if (annotation.desc.equals(RuntimeNames.SUPPRESS_DIAGNOSTICS)
                        && annotation.values != null // a tool has dropped the codes
                        && annotation.values.get(1) instanceof List<?> ids
                        && ids.contains(code.id())) {
                    return true;
                }
            }
        }
        return false;
    }
}
