package dev.fermata.transformer.emit;

import dev.fermata.transformer.DiagnosticCode;
import dev.fermata.transformer.RuntimeNames;
import dev.fermata.transformer.validation.Findings;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.commons.CodeSizeEvaluator;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Looks at the size of woven code. */
public final class CodeSize {
    /** HotSpot's HugeMethodLimit: a longer method is interpreted for ever, unless -XX:-DontCompileHugeMethods. */
    private static final int LARGEST_COMPILED = 8000;

    /** JVMS 4.11: the greatest value of max_locals. ASM would write the lower 16 bits of a greater one. */
    private static final int MOST_VARIABLES = 65_535;

    private static final String ADVICE = ": move parts of it to methods of their own";

    private CodeSize() {}

    /** Warns of a body that HotSpot will not compile, and refuses one with too many variables. */
    public static void report(MethodNode original, MethodNode body, Findings findings) {
        int variables = BodySlots.neededFor(original.maxLocals);
        if (variables > MOST_VARIABLES) {
            findings.add(
                    DiagnosticCode.METHOD_TOO_LARGE,
                    original,
                    "the woven method would need " + variables + " slots for local variables, more than the "
                            + MOST_VARIABLES + " of a class file" + ADVICE);
        }
        int woven = of(body);
        if (woven > LARGEST_COMPILED) {
            findings.add(
                    DiagnosticCode.METHOD_NOT_COMPILED,
                    original,
                    "the woven method has up to " + woven + " bytes, and HotSpot interprets methods of more than "
                            + LARGEST_COMPILED + ADVICE);
        }
    }

    /** Reports a class whose constant pool has no room for what weaving adds. */
    public static void reportTooManyConstants(Findings findings) {
        findings.add(
                DiagnosticCode.METHOD_TOO_LARGE,
                "the woven class would have more constants than the 65535 of a class file: move its suspendable methods to"
                        + " a class of their own");
    }

    /** Reports a body that does not fit a class file; which method it belongs to is told by its name. */
    public static void reportTooLarge(ClassNode host, MethodTooLargeException tooLarge, Findings findings) {
        String advice = "the woven method would have " + tooLarge.getCodeSize()
                + " bytes, more than the 65535 of a class file" + ADVICE + "; note that"
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

    private static int of(MethodNode method) {
        Counter counter = new Counter();
        method.accept(counter);
        return counter.getMaxSize();
    }

    private static final class Counter extends CodeSizeEvaluator {
        Counter() {
            super(RuntimeNames.ASM, (MethodVisitor) null);
        }
    }
}
