package dev.fermata.agent;

import dev.fermata.transformer.Diagnostic;
import dev.fermata.transformer.DiagnosticCode;
import dev.fermata.transformer.WeaveResult;
import dev.fermata.transformer.Weaver;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Map;

/**
 * Weaves the classes that mention Fermata, and defines their frame classes. Keeps no state about classes, so any number
 * of threads may load at once.
 */
final class LoadTimeWeaver {
    private final Weaver weaver;
    private final FrameDefiner definer;
    private final RuntimeReads reads;
    private final ClassFilter filter;
    private final Report report;
    private final ClassDump dump;

    private LoadTimeWeaver(
            Weaver weaver,
            FrameDefiner definer,
            RuntimeReads reads,
            ClassFilter filter,
            Report report,
            ClassDump dump) {
        this.weaver = weaver;
        this.definer = definer;
        this.reads = reads;
        this.filter = filter;
        this.report = report;
        this.dump = dump;
    }

    /**
     * Makes a weaver that has everything it needs loaded.
     *
     * @param dump may be null
     * @throws ReflectiveOperationException if the JVM does not let frame classes be defined
     */
    static LoadTimeWeaver open(
            Instrumentation instrumentation, AgentOptions options, ClassFilter filter, Report report, ClassDump dump)
            throws ReflectiveOperationException {
        Weaver weaver = new Weaver(options.policy(), options.keep());
        FrameDefiner definer = FrameDefiner.open(instrumentation);
        WarmUp.run(weaver, definer);
        return new LoadTimeWeaver(weaver, definer, new RuntimeReads(instrumentation), filter, report, dump);
    }

    /** Gives the bytes to define, null to leave the class as it is. */
    byte[] weave(Module module, ClassLoader loader, String told, ProtectionDomain domain, byte[] classFile) {
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
