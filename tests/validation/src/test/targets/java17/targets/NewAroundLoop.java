package targets;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.tests.validation.Hazard;
import dev.fermata.tests.validation.Trial;

/** A loop between the allocation of an object and its construction. */
final class NewAroundLoop {
    private NewAroundLoop() {}

    @Suspendable
    @Hazard("A7")
    static Coroutine<Object> newSwitchLoop(Trial t) {
        int n = await(t.at("n", 1));
        return Coroutine.of(new NewObjects.Box(switch (n) { // assertMovesNew(Box)
            default -> {
                int sum = 0;
                for (int i = 0; i < 3; i++) {
                    sum += await(t.at("x", i)); // assertSpillsOnStack(Box, Box, int)
                }
                yield sum;
            }
        }));
    }

    @Suspendable
    @Hazard("A7")
    static Coroutine<Object> newSwitchLoopBelowNew(Trial t) {
        int n = await(t.at("n", 1));
        return Coroutine.of(new NewObjects.Box(new NewObjects.Box(n), new NewObjects.Box(5L, 2.5, switch (n) { // assertMovesNew(Box)
            case 0 -> "never";
            default -> {
                String text = "";
                while (await(t.at("more", text.length() < 2))) { // assertSpillsOnStack(Box, Box, Box, Box, Box, long, double)
                    text += new NewObjects.Box(await(t.at("x", "x"))).value;
                }
                yield text;
            }
        })));
    }

    @Suspendable
    @Hazard("A7")
    static Coroutine<Object> argumentsAroundLoop(Trial t) {
        int n = await(t.at("n", 1));
        return Coroutine.of(Operands.join("a", 5L, switch (n) {
            default -> {
                int i = 0;
                do {
                    i += await(t.at("x", 2));
                } while (i < 5);
                yield i;
            }
        }, await(t.at("last", "z"))));
    }
}
