package dev.fermata.agent;

import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets the module of a woven class read the runtime. One that requires it does so already; one that was compiled with
 * {@code --add-reads} would otherwise need the same switch again at run time, before its frame classes can be defined.
 */
final class RuntimeReads {
    private static final String RUNTIME = "dev.fermata";

    private final Instrumentation instrumentation;

    RuntimeReads(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /** Makes sure that a class of this module and loader can be given a frame class. */
    void ensure(Module host, ClassLoader loader) {
        if (!host.isNamed()) {
            return; // reads every module
        }
        Module runtime = runtimeSeenBy(host, loader);
        if (!host.canRead(runtime)) {
            instrumentation.redefineModule(host, Set.of(runtime), Map.of(), Map.of(), Set.of(), Map.of());
        }
    }

    /** The module that the host's references to the runtime lead to: its layer's, or else the class path. */
    private static Module runtimeSeenBy(Module host, ClassLoader loader) {
        ModuleLayer layer = host.getLayer();
        if (layer != null) {
            Optional<Module> named = layer.findModule(RUNTIME);
            if (named.isPresent()) {
                return named.get();
            }
        }
        return loader.getUnnamedModule();
    }
}
