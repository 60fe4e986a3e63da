package dev.fermata.transformer;

import dev.fermata.transformer.validation.Findings;
import java.util.List;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;

/** Whether a class has been through weaving before. */
enum Earlier {
    NOT_WOVEN,
    SAME_FORMAT,
    OTHER_FORMAT;

    static Earlier of(ClassNode host) {
        if (host.invisibleAnnotations != null) {
            for (AnnotationNode annotation : host.invisibleAnnotations) {
                if (annotation.desc.equals(RuntimeNames.WOVEN)) {
                    return isOurs(annotation.values) ? SAME_FORMAT : OTHER_FORMAT;
                }
            }
        }
        return NOT_WOVEN;
    }

    private static boolean isOurs(List<Object> values) {
        int at = values == null ? -1 : values.indexOf(RuntimeNames.WOVEN_FORMAT_ELEMENT);
        return at >= 0 && values.get(at + 1).equals(RuntimeNames.WOVEN_FORMAT);
    }

    /** A woven class that still has something to weave is a mixture of two runs. */
    void report(Findings findings) {
        if (this == SAME_FORMAT) {
            findings.add(
                    DiagnosticCode.WOVEN_DIFFERENTLY,
                    "the class has been woven but still holds markers, so another tool has changed it since: compile it"
                            + " anew and weave it last");
        } else if (this == OTHER_FORMAT) {
            findings.add(
                    DiagnosticCode.WOVEN_DIFFERENTLY,
                    "the class was woven by another version of Fermata: compile it anew and weave it with the version that"
                            + " runs it");
        }
    }
}
