package misuse;

import dev.fermata.Generator;
import java.util.function.Function;

/** A reference is called by whoever gets it, who has no frame. */
public final class MarkerAsReference {
    public static Object misuse() {
        Function<Integer, Object> yield = Generator::yield; // FERMATA-012 misuse(): Generator.yield cannot be a method reference: write a lambda whose functional interface returns Generator, Iterator, Iterable or Stream (or their primitive forms)
        return yield.apply(1);
    }

    public static String bystander() {
        return "unharmed";
    }
}
