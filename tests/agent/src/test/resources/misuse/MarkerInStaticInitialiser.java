package misuse;

import dev.fermata.Generator;

/** A class is initialised by whoever uses it first, who would have to wait. */
public final class MarkerInStaticInitialiser {
    public static String bystander() {
        return "unharmed";
    }

    public static Object misuse() {
        return Holder.ANSWER;
    }

    static final class Holder {
        static final Object ANSWER = Generator.yield(1); // FERMATA-008 Holder.<clinit>(): Generator.yield cannot suspend a static initialiser: move it to a @Suspendable method
    }
}
