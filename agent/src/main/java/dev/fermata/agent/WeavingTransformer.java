package dev.fermata.agent;

import dev.fermata.transformer.ClassScan;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;

/**
 * Sees every class that the JVM loads, and hands on the few that mention Fermata; the same bytes give the same result, so
 * a class may be retransformed.
 *
 * <p>Registered as capable of retransformation, it runs after every agent that is not, whatever the order on the command
 * line: what coverage tools add to a body is woven with it.
 */
final class WeavingTransformer implements ClassFileTransformer {
    private final Instrumentation instrumentation;
    private final AgentOptions options;
    private final ClassFilter filter;
    private final EarlierClasses earlier;
    private final Report report;
    private final ClassDump dump;

    private LoadTimeWeaver weaver;

    /** Makes the transformer; {@code dump} may be null. */
    WeavingTransformer(
            Instrumentation instrumentation,
            AgentOptions options,
            ClassFilter filter,
            EarlierClasses earlier,
            Report report,
            ClassDump dump) {
        this.instrumentation = instrumentation;
        this.options = options;
        this.filter = filter;
        this.earlier = earlier;
        this.report = report;
        this.dump = dump;
    }

    /**
     * Loads what weaving needs, which is most of the agent. In the middle of loading a class this is safe because it is a
     * class of the application: nothing of the agent or of the JDK needs it.
     *
     * @throws ReflectiveOperationException if the JVM does not let frame classes be defined
     */
    synchronized LoadTimeWeaver ready() throws ReflectiveOperationException {
        if (weaver == null) {
            weaver = LoadTimeWeaver.open(instrumentation, options, filter, report, dump);
        }
        return weaver;
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
            if (!ClassScan.mentionsFermata(classFile) || redefined != null && earlier.contains(redefined)) {
                return null;
            }
            return ready().weave(module, loader, name, domain, classFile);
        } catch (Throwable failure) {
            report.failed(name, failure);
            return null;
        }
    }
}
