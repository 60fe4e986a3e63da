package dev.fermata.agent;

import dev.fermata.transformer.Diagnostic;
import dev.fermata.transformer.DiagnosticCode;
import dev.fermata.transformer.WeaveResult;
import dev.fermata.transformer.Weaver;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Map;

/**
 * Weaves classes as the JVM loads them. Keeps no state about classes, so any number of threads may load at once; the same
 * bytes give the same result, so a class may be retransformed.
 *
 * <p>Registered as capable of retransformation, it runs after every agent that is not, whatever the order on the command
 * line: what coverage tools add to a body is woven with it.
 */
final class WeavingTransformer implements ClassFileTransformer {
    private final Weaver weaver;
    private final ClassFilter filter;
    private final FrameDefiner definer;
    private final RuntimeReads reads;
    private final EarlierClasses earlier;
    private final Report report;
    private final ClassDump dump;

    /** Makes the transformer; {@code dump} may be null. */
    WeavingTransformer(
            Weaver weaver,
            ClassFilter filter,
            FrameDefiner definer,
            RuntimeReads reads,
            EarlierClasses earlier,
            Report report,
            ClassDump dump) {
        this.weaver = weaver;
        this.filter = filter;
        this.definer = definer;
        this.reads = reads;
        this.earlier = earlier;
        this.report = report;
        this.dump = dump;
    }

    /** Gives the bytes to define, null to leave the class as it is; the JVM would swallow anything thrown. */
    @Override
    public byte[] transform(
            Module module,
            ClassLoader loader,
            String name,
            Class<?> redefined,
            ProtectionDomain domain,
            byte[] classFile) {
        if (loader == null || name != null && !filter.admits(name)) {
            return null;
        }
        try {
            report.offered();
            if (!Weaver.mentionsFermata(classFile) || redefined != null && earlier.contains(redefined)) {
                return null;
            }
            return weave(module, loader, name, domain, classFile);
        } catch (Throwable failure) {
            report.failed(name, failure);
            return null;
        }
    }

    private byte[] weave(Module module, ClassLoader loader, String told, ProtectionDomain domain, byte[] classFile) {
        WeaveResult result = weaver.weave(classFile);
        String name = told == null ? nameIn(result) : told;
        if (name != null && !filter.admits(name)) {
            return null; // now that its name is known
        }
        if (result instanceof WeaveResult.Success success) {
            return accept(module, loader, domain, success, classFile);
        }
        if (result instanceof WeaveResult.Refused refused) {
            report.refused(name, refused);
            write(name, refused.poisoned());
            return refused.poisoned();
        }
        report.warn(((WeaveResult.Untouched) result).warnings());
        report.untouched(name);
        return null;
    }

    /** The name of a class that was defined without telling it; null if its bytes do not tell it either. */
    private static String nameIn(WeaveResult result) {
        if (result instanceof WeaveResult.Success success) {
            return success.name();
        }
        if (result instanceof WeaveResult.Refused refused && refused.poisoned() != null) {
            return refused.errors().get(0).className().replace('.', '/');
        }
        return null;
    }

    private byte[] accept(
            Module module, ClassLoader loader, ProtectionDomain domain, WeaveResult.Success success, byte[] original) {
        report.warn(success.warnings());
        try {
            reads.ensure(module, loader);
            for (Map.Entry<String, byte[]> frame : success.frames().entrySet()) {
                write(frame.getKey(), frame.getValue());
                definer.define(loader, domain, frame.getKey(), frame.getValue());
            }
        } catch (LinkageError | RuntimeException failure) {
            return poison(success.name(), original, failure);
        }
        write(success.name(), success.host());
        report.woven(success);
        return success.host();
    }

    /** Without its frames a woven class would fail in obscure ways, and unwoven it would run in part. */
    private byte[] poison(String name, byte[] original, Throwable failure) {
        Diagnostic reason = new Diagnostic(
                DiagnosticCode.FRAME_NOT_DEFINED,
                name.replace('/', '.'),
                null,
                null,
                0,
                "the class loader does not take the frame classes: " + failure
                        + ". Check that it sees the Fermata runtime, in the version of the agent");
        byte[] poisoned = weaver.poison(original, reason);
        report.refused(name, new WeaveResult.Refused(List.of(reason), poisoned));
        write(name, poisoned);
        return poisoned;
    }

    private void write(String name, byte[] classFile) {
        if (dump != null && name != null && classFile != null) {
            dump.write(name, classFile);
        }
    }
}
