package targets;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.tests.validation.Trial;

/** Unnamed variables, statements before {@code super(...)}. */
final class Recent {
    private Recent() {}

    record Pair(Object left, Object right) {}

    @Suspendable
    static Coroutine<Object> unnamedVariables(Trial t) {
        int rounds = 0;
        for (var _ : new int[3]) {
            try {
                var _ = await(t.at("x", rounds++)); // assertSpills(t, rounds, ?, ?, ?)
            } catch (Trial.Failure _) {
                await(t.at("caught", null)); // assertSpills(t, rounds, ?, ?, ?)
            }
        }
        return Coroutine.of(switch (await(t.<Object>at("pair", new Pair(1, "two")))) { // assertSpills(t, rounds)
            case Pair(Integer _, var right) when await(t.at("guard", true)) -> right + await(t.at("y", "!")); // assertSuspends(2)
            case Pair _, Integer _ -> "pair";
            default -> rounds;
        });
    }

    private static class Base {
        final String text;

        Base(String text) {
            this.text = text;
        }
    }

    private static final class Checked extends Base {
        private final long size;

        Checked(String text, long size) {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("empty");
            }
            this.size = size;
            super(text + "!");
        }

        @Suspendable
        Generator<Object, Object, Object> repeat() {
            for (long i = 0; i < size; i++) {
                Generator.yield(text + i);
            }
            return null;
        }
    }

    @Suspendable
    static Coroutine<Object> flexibleConstructor(Trial t) {
        Checked checked = new Checked(await(t.at("text", "t")), await(t.at("size", 2L))); // assertMovesNew(Checked) assertSuspends(2)
        await(t.at("x", null));
        try {
            return Coroutine.of(new Checked(await(t.at("empty", "")), 1)); // assertMovesNew(Checked) assertSpillsOnStack(null, null)
        } catch (IllegalArgumentException e) {
            return Coroutine.of(checked.text);
        }
    }

    @Suspendable
    static Generator<Object, Object, Object> generatorOfFlexibleObject(Trial t) {
        return new Checked(t.see("text", "text"), 2).repeat(); // assertEnds(1) assertSpillsNothing()
    }
}
