package demo;

import dev.fermata.Generator;
import dev.fermata.Suspendable;
import java.util.function.Supplier;

public class Host implements Supplier<Iterable<String>> {
    private final String name = String.valueOf(getClass().isHidden());

    @Override
    @Suspendable
    public Iterable<String> get() {
        Generator.yield(name);
        return null;
    }

    @Suspendable
    public static Iterable<Integer> fixed() {
        Generator.yield(1);
        return null;
    }
}
