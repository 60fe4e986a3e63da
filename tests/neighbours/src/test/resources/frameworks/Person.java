package demo;

import dev.fermata.Generator;
import dev.fermata.Suspendable;
import java.util.List;

public record Person(String name, List<String> tags) {
    @Suspendable
    public Iterable<String> lettersOfTheName() {
        for (char letter : name.toCharArray()) {
            Generator.yield(String.valueOf(letter));
        }
        return null;
    }
}
