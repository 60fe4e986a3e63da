package dev.fermata.tests.random.fuzz;

import dev.fermata.transformer.Diagnostic;
import dev.fermata.transformer.DiagnosticCode;
import dev.fermata.transformer.WeaveResult;
import dev.fermata.transformer.Weaver;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** What must hold for any bytes. Jazzer finds the method by its name. */
public final class FuzzTarget {
    private FuzzTarget() {}

    /**
     * Gives bytes to the transformer.
     *
     * @param bytes anything
     */
    public static void fuzzerTestOneInput(byte[] bytes) {
        weave(bytes);
    }

    /** The same, for those who want to know what came of it. */
    static WeaveResult weave(byte[] bytes) {
        Weaver.mentionsFermata(bytes);
        WeaveResult result = new Weaver().weave(bytes);
        if (result instanceof WeaveResult.Success success) {
            read(success.host());
            success.frames().values().forEach(FuzzTarget::read);
        } else if (result instanceof WeaveResult.Refused refused) {
            checkRefusal(refused, bytes);
        }
        return result;
    }

    private static void checkRefusal(WeaveResult.Refused refused, byte[] input) {
        if (refused.errors().isEmpty()) {
            throw new AssertionError("refused without a reason");
        }
        for (Diagnostic error : refused.errors()) {
            if (error.code() == DiagnosticCode.INTERNAL_ERROR && !JvmVerdict.refuses(input)) {
                throw new AssertionError("called a fault of the transformer: " + error);
            }
        }
        if (refused.poisoned() != null) {
            read(refused.poisoned());
        }
    }

    private static void read(byte[] written) {
        new ClassReader(written).accept(new ClassNode(), ClassReader.EXPAND_FRAMES);
    }
}
