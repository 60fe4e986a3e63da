package dev.fermata.transformer.validation;

import dev.fermata.transformer.DiagnosticCode;
import dev.fermata.transformer.RuntimeNames;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.MethodNode;

/** The warnings that a method does not want to hear, by {@code @Suspendable(silence = "FERMATA-021")}. */
final class SilencedWarnings {
    private SilencedWarnings() {}

    /** Never contains an error. */
    static Set<DiagnosticCode> of(MethodNode method) {
        Set<DiagnosticCode> silenced = EnumSet.noneOf(DiagnosticCode.class);
        if (method.visibleAnnotations != null) {
            for (AnnotationNode annotation : method.visibleAnnotations) {
                if (annotation.desc.equals(RuntimeNames.SUSPENDABLE) && annotation.values != null) {
                    addAll(annotation.values, silenced);
                }
            }
        }
        return silenced;
    }

    private static void addAll(List<Object> values, Set<DiagnosticCode> silenced) {
        int at = values.indexOf(RuntimeNames.SUSPENDABLE_SILENCE_ELEMENT);
        if (at < 0) {
            return;
        }
        List<?> ids = (List<?>) values.get(at + 1);
        for (DiagnosticCode code : DiagnosticCode.values()) {
            if (!code.isError() && ids.contains(code.id())) {
                silenced.add(code);
            }
        }
    }
}
