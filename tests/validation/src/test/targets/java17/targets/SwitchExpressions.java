package targets;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.tests.validation.Hazard;
import dev.fermata.tests.validation.Trial;

/** Markers in {@code switch} expressions, which compilers evaluate with operands on the stack or parked in locals. */
final class SwitchExpressions {
    private SwitchExpressions() {}

    enum Level {
        LOW,
        HIGH
    }

    @Suspendable
    static Coroutine<Object> value(Trial t) {
        String text = "";
        for (int i = 0; i < 3; i++) {
            text += switch (await(t.at("selector", i))) { // assertSpillsOnStack(String)
                case 0 -> await(t.at("zero", "z")); // assertSpillsOnStack(String)
                case 1 -> {
                    long l = await(t.at("one", 1L)); // assertSpillsOnStack(String)
                    yield l + "l";
                }
                default -> "d" + await(t.at("default", i));
            };
        }
        return Coroutine.of(text);
    }

    @Suspendable
    @Hazard("D1")
    static Coroutine<Object> amongOperands(Trial t) {
        int n = await(t.at("n", 1));
        return Coroutine.of(Operands.mixed(
                "a",
                n,
                5L,
                switch (n) {
                    case 0 -> await(t.at("never", 1.0));
                    default -> await(t.at("d", 2.5));
                },
                1f,
                switch (n) {
                    case 1 -> await(t.at("z", true));
                    default -> false;
                },
                await(t.at("last", "x"))));
    }

    @Suspendable
    static Coroutine<Object> onEnum(Trial t) {
        String text = "";
        for (Level level : Level.values()) {
            text += switch (level) {
                case LOW -> await(t.at("low", 1));
                case HIGH -> await(t.at("high", "h"));
            };
        }
        return Coroutine.of(text);
    }

    @Suspendable
    static Coroutine<Object> onString(Trial t) {
        int sum = 0;
        for (String key : new String[] {"a", "b", "c"}) {
            sum += 10 * switch (await(t.at("key", key))) {
                case "a", "b" -> {
                    if (key.equals("a")) {
                        yield await(t.at("a", 1));
                    }
                    yield 2;
                }
                default -> throwing(t) + await(t.at("c", 3));
            };
        }
        return Coroutine.of(sum);
    }

    private static int throwing(Trial t) {
        t.log("default");
        return 0;
    }

    @Suspendable
    @Hazard("A6")
    static Coroutine<Object> newSwitch(Trial t) {
        int n = await(t.at("n", 1));
        return Coroutine.of(new NewObjects.Box( // assertMovesNew(Box)
                1L,
                switch (n) {
                    case 0 -> 0.5;
                    default -> await(t.at("d", 2.5)); // assertSpillsOnStack(Box, Box, long)
                },
                new NewObjects.Box(switch (n) {
                    case 1 -> await(t.at("x", "x"));
                    default -> "never";
                })));
    }

    @Suspendable
    static Coroutine<Object> thrown(Trial t) {
        try {
            int n = switch (await(t.at("n", 5))) {
                case 1 -> 1;
                default -> throw new IllegalStateException(await(t.at("why", "why")));
            };
            return Coroutine.of(n);
        } catch (IllegalStateException e) {
            return Coroutine.of(await(t.at("x", e))); // assertEnds(1) assertSpillsNothing()
        }
    }

    @Suspendable
    static Coroutine<Object> nested(Trial t) {
        int n = await(t.at("n", 1));
        return Coroutine.of(1 + switch (n) {
            case 1 -> 10 * switch (await(t.at("m", 2))) {
                case 2 -> await(t.at("x", 3));
                default -> 4;
            };
            default -> 5;
        });
    }

    @Suspendable
    static Generator<Object, Object, Object> yieldsInside(Trial t) {
        for (int i = 0; i < 3; i++) {
            Object sent = switch (i) {
                case 0 -> Generator.yield("zero"); // assertSpills(t, i)
                case 1 -> {
                    Object first = Generator.yield("one"); // assertSpills(t, i)
                    yield Operands.join(first, Generator.yield("one more")); // assertSpills(t, i)
                }
                default -> Generator.returning(i);
            };
            t.log("sent", sent instanceof Generator ? "generator" : sent);
        }
        return null;
    }
}
