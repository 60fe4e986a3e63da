package misuse;

import dev.fermata.Generator;
import dev.fermata.Suspendable;

/** There is no bytecode, hence no line either. */
public final class NativeMethod {
    // FERMATA-006 nothing(): a native method has no bytecode to weave: move @Suspendable to a Java method that calls it
    @Suspendable
    static native Generator<Integer, Void, Void> nothing();

    @Suspendable
    public static Generator<Integer, Void, Void> misuse() {
        Generator.yield(1);
        return nothing();
    }

    public static String bystander() {
        return "unharmed";
    }
}
