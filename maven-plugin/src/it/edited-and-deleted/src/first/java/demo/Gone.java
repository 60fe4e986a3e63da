package demo;

import dev.fermata.Generator;
import dev.fermata.Suspendable;

final class Gone {
    private Gone() {}

    @Suspendable
    static Iterable<String> names() {
        Generator.yield("soon deleted");
        return null;
    }
}
