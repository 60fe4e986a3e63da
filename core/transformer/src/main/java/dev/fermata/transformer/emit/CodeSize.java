package dev.fermata.transformer.emit;

import dev.fermata.transformer.DiagnosticCode;
import dev.fermata.transformer.validation.Findings;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;

/** Looks at the size of woven code. */
public final class CodeSize {
    /** HotSpot's HugeMethodLimit: a longer method is interpreted for ever, unless -XX:-DontCompileHugeMethods. */
    private static final int LARGEST_COMPILED = 8000;

    private CodeSize() {}

    /**
     * Marks where a body ends, so that its size is known to the byte once it has been written. How long some instructions
     * are, such as {@code ldc}, is decided only then.
     */
    public static LabelNode markEnd(MethodNode body) {
        LabelNode end = new LabelNode();
        body.instructions.add(end);
        return end;
    }

    /** Warns of a body, by now written, that HotSpot will not compile. */
    public static void report(MethodNode original, LabelNode endOfBody, Findings findings) {
        int woven = endOfBody.getLabel().getOffset();
        if (woven > LARGEST_COMPILED) {
            findings.add(
                    DiagnosticCode.METHOD_NOT_COMPILED,
                    original,
                    "the woven method has " + woven + " bytes, and HotSpot interprets methods of more than "
                            + LARGEST_COMPILED + ": move parts of it to methods of their own");
        }
    }

    /** Reports a body that does not fit a class file; which method it belongs to is told by its name. */
    public static void reportTooLarge(ClassNode host, MethodTooLargeException tooLarge, Findings findings) {
        String advice = "the woven method would have " + tooLarge.getCodeSize()
                + " bytes, more than the 65535 of a class file: move parts of it to methods of their own; note that"
                + " compilers copy the suspension points of a finally block for every way out of its try";
        String body = tooLarge.getMethodName();
        MethodNode best = null;
        for (MethodNode method : host.methods) {
            boolean named = body.startsWith("lambda$" + method.name + "$co") || body.startsWith(method.name + "$co");
            if (named && (best == null || method.name.length() > best.name.length())) {
                best = method;
            }
        }
        if (best == null) {
            findings.add(DiagnosticCode.METHOD_TOO_LARGE, body + ": " + advice);
        } else {
            findings.add(DiagnosticCode.METHOD_TOO_LARGE, best, advice);
        }
    }
}
