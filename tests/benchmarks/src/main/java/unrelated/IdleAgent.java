package unrelated;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;

/** An agent that is shown every class and changes none: what any agent costs that does not do less. */
public final class IdleAgent implements ClassFileTransformer {
    private IdleAgent() {}

    /**
     * Called by the JVM.
     *
     * @param options ignored
     * @param instrumentation the JVM's door
     */
    public static void premain(String options, Instrumentation instrumentation) {
        instrumentation.addTransformer(new IdleAgent(), true);
    }

    @Override
    public byte[] transform(
            Module module, ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] classFile) {
        return null;
    }
}
