package dev.fermata.transformer.validation;

import dev.fermata.transformer.Diagnostic;
import dev.fermata.transformer.DiagnosticCode;
import dev.fermata.transformer.DiagnosticPolicy;
import dev.fermata.transformer.Severity;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** Collects diagnostics about one class and says where in the source each belongs. */
public final class Findings {
    private final ClassNode host;
    private final DiagnosticPolicy policy;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    public Findings(ClassNode host, DiagnosticPolicy policy) {
        this.host = host;
        this.policy = policy;
    }

    /** Reports something about the class as a whole. */
    public void add(DiagnosticCode code, String message) {
        add(code, null, 0, message);
    }

    /** Reports something about a method as a whole. */
    public void add(DiagnosticCode code, MethodNode method, String message) {
        add(code, method, firstLine(method), message);
    }

    /** Reports something about an instruction. */
    public void add(DiagnosticCode code, MethodNode method, AbstractInsnNode insn, String message) {
        add(code, method, lineOf(insn), message);
    }

    private void add(DiagnosticCode code, MethodNode method, int line, String message) {
        Severity severity = policy.severityOf(code);
        if (severity == Severity.OFF || !code.isError() && Suppressions.cover(host, method, code)) {
            return;
        }
        String signature = method == null ? null : signature(method);
        diagnostics.add(new Diagnostic(code, severity, className(), signature, host.sourceFile, line, message));
    }

    public List<Diagnostic> diagnostics() {
        return List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    private String className() {
        return host.name.replace('/', '.');
    }

    /** The method as a reader of the source knows it: {@code run(int, String)}. */
    static String signature(MethodNode method) {
        StringBuilder text = new StringBuilder(method.name).append('(');
        String separator = "";
        for (Type argument : Type.getArgumentTypes(method.desc)) {
            String name = argument.getClassName();
            text.append(separator).append(name.substring(name.lastIndexOf('.') + 1));
            separator = ", ";
        }
        return text.append(')').toString();
    }

    /** The line of the first instruction; 0 without line numbers. */
    public static int firstLine(MethodNode method) {
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof LineNumberNode line) {
                return line.line;
            }
        }
        return 0;
    }

    /** The line of an instruction; 0 without line numbers. */
    public static int lineOf(AbstractInsnNode insn) {
        for (AbstractInsnNode at = insn; at != null; at = at.getPrevious()) {
            if (at instanceof LineNumberNode line) {
                return line.line;
            }
        }
        return 0;
    }
}
