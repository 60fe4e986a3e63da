package targets;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.tests.validation.Hazard;
import dev.fermata.tests.validation.Trial;

/** A {@code try} between the allocation of an object and its construction: javac parks the object in locals. */
final class NewAroundTry {
    private NewAroundTry() {}

    @Suspendable
    @Hazard("A8")
    static Coroutine<Object> newSwitchTry(Trial t) {
        int n = await(t.at("n", 1));
        return Coroutine.of(new NewObjects.Box(switch (n) { // assertMovesNew(Box)
            default -> {
                try {
                    yield await(t.at("x", "x")); // assertSpills(t, ?, ?)
                } catch (Trial.Failure e) {
                    yield await(t.at("y", "caught")); // assertSpills(?, ?)
                }
            }
        }));
    }

    @Suspendable
    @Hazard("A8")
    static Coroutine<Object> newNestedSwitchTry(Trial t) {
        int n = await(t.at("n", 1));
        return Coroutine.of(new NewObjects.Box(new NewObjects.Box(await(t.at("first", 1))), new NewObjects.Box(switch (n) {
            case 0 -> "never";
            default -> {
                try {
                    yield new NewObjects.Box(switch (await(t.at("m", 2))) {
                        default -> {
                            try {
                                yield await(t.at("x", "x")); // assertSpills(t, n, ?, ?, ?, ?, ?, ?, ?)
                            } finally {
                                t.log("inner", await(t.at("finally", n))); // assertSuspends(2)
                            }
                        }
                    });
                } catch (Trial.Failure e) {
                    yield await(t.at("y", "caught"));
                }
            }
        })));
    }

    @Suspendable
    static Coroutine<Object> newStatementSwitchTry(Trial t) {
        int n = await(t.at("n", 1));
        new NewObjects.Box(switch (n) { // assertMovesNew(Box)
            default -> {
                try {
                    yield await(t.at("x", "x"));
                } finally {
                    await(t.at("y", null)); // assertSuspends(2)
                }
            }
        });
        return Coroutine.of("end");
    }

    @Suspendable
    @Hazard("A8")
    static Coroutine<Object> newSwitchTryInLoop(Trial t) {
        String text = "";
        for (int i = 0; i < 3; i++) {
            text += new NewObjects.Box(switch (i) { // assertMovesNew(Box)
                case 1 -> await(t.at("one", "one"));
                default -> {
                    try {
                        yield await(t.at("x", i)) / (i - 2);
                    } catch (ArithmeticException e) {
                        yield await(t.at("zero", 0));
                    }
                }
            });
        }
        return Coroutine.of(text);
    }
}
