package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.Generator;
import dev.fermata.Suspendable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratorTest {
    @Suspendable
    private Iterable<String> words() {
        Generator.yield("one");
        Generator.yield("two");
        return null;
    }

    @Test
    void yields() {
        List<String> seen = new ArrayList<>();
        words().forEach(seen::add);
        assertEquals(List.of("one", "two"), seen);
    }
}
