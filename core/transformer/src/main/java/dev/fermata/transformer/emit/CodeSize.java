package dev.fermata.transformer.emit;

import dev.fermata.transformer.DiagnosticCode;
import dev.fermata.transformer.RuntimeNames;
import dev.fermata.transformer.validation.Findings;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.commons.CodeSizeEvaluator;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;

/** Looks at the size of woven code. */
public final class CodeSize {
    /** HotSpot's FreqInlineSize: C2 inlines no larger method, however often it is called. */
    private static final int LARGEST_INLINED = 325;

    /** HotSpot's HugeMethodLimit: a longer method is interpreted for ever, unless -XX:-DontCompileHugeMethods. */
    private static final int LARGEST_COMPILED = 8000;

    /** JVMS 4.7.3: code_length must be less than 65536. */
    private static final int LARGEST = 65_535;

    /** JVMS 4.11: the greatest value of max_locals. ASM would write the lower 16 bits of a greater one. */
    private static final int MOST_VARIABLES = 65_535;

    /** {@code ldc_w} for {@code ldc}, if the constant has a high number. */
    private static final int MOST_PADDING_OF_CONSTANT = 1;

    /** JVMS 6.5: what follows the opcode begins at a multiple of four. */
    private static final int MOST_PADDING_OF_SWITCH = 3;

    private static final String ADVICE = ": move parts of it to methods of their own";

    private CodeSize() {}

    /** Refuses a body that certainly does not fit a class file. */
    public static void check(MethodNode original, MethodNode body, Findings findings) {
        int variables = BodySlots.neededFor(original.maxLocals);
        if (variables > MOST_VARIABLES) {
            findings.add(
                    DiagnosticCode.METHOD_TOO_LARGE,
                    original,
                    "the woven method would need " + variables + " slots for local variables, more than the "
                            + MOST_VARIABLES + " of a class file" + ADVICE);
        }
        Counter woven = new Counter();
        body.accept(woven);
        if (woven.getMinSize() > LARGEST) {
            findings.add(DiagnosticCode.METHOD_TOO_LARGE, original, tooLarge(woven.getMinSize()));
        }
    }

    /** Whether a body is on the wrong side of a limit only because of some bytes that it could do without. */
    static boolean liftsOverLimit(MethodNode body, int dispensable) {
        Counter size = new Counter();
        body.accept(size);
        for (int limit : new int[] {LARGEST_INLINED, LARGEST_COMPILED, LARGEST}) {
            if (size.getMinSize() - dispensable <= limit && limit < size.getMinSize() + size.uncertain) {
                return true;
            }
        }
        return false;
    }

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

    /** Reports a body that turned out not to fit a class file; which method it belongs to is told by its name. */
    public static void reportTooLarge(ClassNode host, MethodTooLargeException tooLarge, Findings findings) {
        String advice = tooLarge(tooLarge.getCodeSize());
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

    private static String tooLarge(int size) {
        return "the woven method would have " + size + " bytes, more than the " + LARGEST
                + " of a class file" + ADVICE
                + "; note that compilers copy the suspension points of a finally block for"
                + " every way out of its try";
    }

    private static final class Counter extends CodeSizeEvaluator {
        /** How many bytes more there may be in a method that needs no jumps of more than 32 KB. */
        private int uncertain;

        Counter() {
            super(RuntimeNames.ASM, (MethodVisitor) null);
        }

        @Override
        public void visitLdcInsn(Object value) {
            super.visitLdcInsn(value);
            uncertain += MOST_PADDING_OF_CONSTANT;
        }

        @Override
        public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
            super.visitTableSwitchInsn(min, max, otherwise, labels);
            uncertain += MOST_PADDING_OF_SWITCH;
        }

        @Override
        public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
            super.visitLookupSwitchInsn(otherwise, keys, labels);
            uncertain += MOST_PADDING_OF_SWITCH;
        }
    }
}
