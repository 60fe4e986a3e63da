package library;

import dev.fermata.Generator;
import dev.fermata.Suspendable;

public interface Numbers {
    @Suspendable
    default Generator<Integer, Void, String> upTo(int limit) {
        for (int i = 0; i < limit; i++) {
            Generator.yield(i);
        }
        return Generator.returning("done");
    }
}
