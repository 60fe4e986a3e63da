package dev.fermata.transformer;

import dev.fermata.transformer.woven.Classes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A source file, what is wrong with it, and what its comments say is wrong with it. */
public final class JavaSource {
    private final String text;

    /** A file {@code Example.java}. */
    public JavaSource(String text) {
        this.text = text;
    }

    /** The class files by internal name. */
    public Map<String, byte[]> compile() {
        return Classes.compile(text).files();
    }

    /** The one class file. */
    public byte[] compileOne() {
        return compile().get("Example");
    }

    /** What weaving all of it reports, in the order of the class names. */
    public List<Diagnostic> diagnostics(DiagnosticPolicy policy) {
        List<Diagnostic> found = new ArrayList<>();
        compile().values().forEach(bytes -> found.addAll(diagnostics(new Weaver(policy).weave(bytes))));
        return found;
    }

    /** What a result reports. */
    public static List<Diagnostic> diagnostics(WeaveResult result) {
        if (result instanceof WeaveResult.Success success) {
            return success.warnings();
        }
        if (result instanceof WeaveResult.Untouched untouched) {
            return untouched.warnings();
        }
        return ((WeaveResult.Refused) result).errors();
    }

    /** {@code CODE:line} of each place where the text says {@code // CODE}. */
    public List<String> expected() {
        List<String> expected = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int at = lines.get(i).indexOf("// FERMATA-");
            if (at >= 0) {
                String comment = lines.get(i).substring(at + 3);
                expected.add(comment.substring(0, 11) + ":" + (comment.contains("(no line)") ? 0 : i + 1));
            }
        }
        return expected;
    }
}
