package misuse;

import dev.fermata.Generator;
import java.util.List;

/** A lambda is a method of its own; this one's interface returns nothing. */
public final class MarkerInPlainLambda {
    public static Object misuse() {
        List.of(1, 2).forEach(number -> Generator.yield(number)); // FERMATA-010 lambda$misuse$0(Integer): Generator.yield in a lambda that cannot suspend: its functional interface must return Generator, Iterator, Iterable or Stream (or their primitive forms)
        return null;
    }

    public static String bystander() {
        return "unharmed";
    }
}
