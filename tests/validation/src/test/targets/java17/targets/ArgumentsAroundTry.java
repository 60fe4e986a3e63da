package targets;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.tests.validation.Hazard;
import dev.fermata.tests.validation.Trial;

/** A {@code try} with operands below it: compilers park the operands in locals that have no names. */
final class ArgumentsAroundTry {
    private ArgumentsAroundTry() {}

    @Suspendable
    @Hazard("A13")
    static Coroutine<Object> argumentsSwitchTry(Trial t) {
        int n = await(t.at("n", 1));
        return Coroutine.of(three(t.see("p", "p"), t.see("i", 5), switch (n) {
            default -> {
                try {
                    yield await(t.at("x", "x")); // assertSpills(t, ?, ?)
                } catch (Trial.Failure e) {
                    yield await(t.at("y", "caught")); // assertSpills(t, ?, ?)
                } finally {
                    await(t.at("z", null)); // assertSuspends(3)
                }
            }
        }));
    }

    private static String three(String a, int b, String c) {
        return a + b + c;
    }

    @Suspendable
    @Hazard("A13")
    static Coroutine<Object> nullArgumentSwitchTry(Trial t) {
        int n = await(t.at("n", 1));
        return Coroutine.of(three(null, n, switch (n) {
            default -> {
                try {
                    yield await(t.at("x", "x")); // assertMakesNull(?) assertSpills(t, ?)
                } catch (Trial.Failure | Trial.Fatal e) {
                    yield e + await(t.at("y", "caught")); // assertSpillsOnStack(String) assertMakesNull(?)
                }
            }
        }));
    }

    @Suspendable
    static Coroutine<Object> arrayElementSwitchTry(Trial t) {
        Object[] array = {0, 1};
        array[t.see("index", 1)] = switch (await(t.at("n", 1))) { // assertSpills(t, array, ?, ?)
            case 1 -> {
                try {
                    yield await(t.at("x", "x"));
                } finally {
                    t.log("finally");
                }
            }
            default -> "never";
        };
        return Coroutine.of(array);
    }
}
