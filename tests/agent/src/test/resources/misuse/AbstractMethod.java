package misuse;

import dev.fermata.Generator;
import dev.fermata.Suspendable;

/** There is no body, hence no line either. */
public abstract class AbstractMethod {
    // FERMATA-007 nothing(): an abstract method has no body to weave: annotate the methods that implement it
    @Suspendable
    abstract Generator<Integer, Void, Void> nothing();

    @Suspendable
    public static Generator<Integer, Void, Void> misuse() {
        Generator.yield(1);
        return null;
    }

    public static String bystander() {
        return "unharmed";
    }
}
