package demo;

import dev.fermata.Coroutine;
import dev.fermata.Generator;

class MoreMisuse {
    static void first() {
        Generator.yield(1); // FERMATA-009 first()
    }

    static void second() {
        Coroutine.suspend(null); // FERMATA-009 second()
    }
}
