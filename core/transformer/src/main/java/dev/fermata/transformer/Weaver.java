package dev.fermata.transformer;

import java.util.List;
import java.util.Objects;
import org.objectweb.asm.ClassReader;

/**
 * The transformer's one door: a class file in, woven class files or diagnostics out. It loads no classes, keeps no state
 * and may be used by many threads at once; the same input gives the same output.
 */
public final class Weaver {
    /** The shortest thing that can have a magic number, a version and a constant pool count. */
    private static final int SHORTEST_CLASS_FILE = 10;

    private final DiagnosticPolicy policy;
    private final Keep keep;

    /** Makes a weaver under which every diagnostic weighs what its code says. */
    public Weaver() {
        this(DiagnosticPolicy.DEFAULT);
    }

    /**
     * Makes a weaver.
     *
     * @param policy what the diagnostics weigh, not null
     */
    public Weaver(DiagnosticPolicy policy) {
        this(policy, Keep.LIVE);
    }

    /**
     * Makes a weaver.
     *
     * @param policy what the diagnostics weigh, not null
     * @param keep which variables suspended methods keep, not null
     */
    public Weaver(DiagnosticPolicy policy, Keep keep) {
        this.policy = Objects.requireNonNull(policy);
        this.keep = Objects.requireNonNull(keep);
    }

    /**
     * Whether a class file mentions Fermata at all; parses nothing and never throws. A class that does not
     * need not be handed to {@link #weave}.
     *
     * @param classFile the bytes, not null, not necessarily a class file
     * @return true if weaving could change or refuse the class
     */
    public static boolean mentionsFermata(byte[] classFile) {
        return ClassScan.mentionsFermata(classFile);
    }

    /**
     * Weaves one class. Bad input, of any shape, gives {@link WeaveResult.Refused}, never an exception.
     *
     * @param classFile the bytes, not null
     * @return what came of it
     */
    public WeaveResult weave(byte[] classFile) {
        return weaveShowing(classFile, null);
    }

    /**
     * Weaves one class and lets see how.
     *
     * @param classFile the bytes, not null
     * @param methods receives every suspendable method that could be woven by itself, in the order of the class file;
     *     what is in it is for reading only
     * @return what came of the class
     */
    public WeaveResult weave(byte[] classFile, List<WovenMethod> methods) {
        return weaveShowing(classFile, Objects.requireNonNull(methods));
    }

    private WeaveResult weaveShowing(byte[] classFile, List<WovenMethod> methods) {
        if (classFile.length < SHORTEST_CLASS_FILE) {
            return unreadable(classFile.length + " bytes are too few for a class file");
        }
        ClassWeaver weaver;
        try {
            ClassFile file = new ClassFile(classFile);
            ClassReader reader = file.reader();
            weaver = new ClassWeaver(file, reader, policy, keep, methods);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // ASM trusts its input; what a broken class file makes it throw is anybody's guess. A few bytes can ask for
            // annotations nested a million deep, or for frames of gigabytes.
            return unreadable("not a class file that can be read (" + e + ")");
        }
        try {
            return weaver.weave();
        } catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError e) {
            return unreadable("not a class file that can be written back (" + e + ")");
        }
    }

    /**
     * Fails a class closed for a reason that has nothing to do with its bytes, such as a frame class that its loader does
     * not accept.
     *
     * @param classFile the bytes as they were before weaving, not null
     * @param reason what is wrong, not null
     * @return the class with its suspendable methods replaced by ones that throw the reason
     */
    public byte[] poison(byte[] classFile, Diagnostic reason) {
        ClassFile file = new ClassFile(classFile);
        return file.restoreVersion(Poison.apply(file.reader(), List.of(reason)));
    }

    private static WeaveResult unreadable(String what) {
        Diagnostic diagnostic = new Diagnostic(
                DiagnosticCode.UNREADABLE_CLASS,
                "?",
                null,
                null,
                0,
                what + ": it is truncated or corrupt; delete it and compile it anew");
        return new WeaveResult.Refused(List.of(diagnostic), null);
    }
}
