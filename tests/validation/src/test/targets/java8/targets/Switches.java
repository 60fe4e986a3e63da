package targets;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.tests.validation.Hazard;
import dev.fermata.tests.validation.Trial;
import java.util.concurrent.TimeUnit;

/** Markers in {@code switch} statements. */
final class Switches {
    private Switches() {}

    private enum Colour {
        RED,
        GREEN,
        BLUE
    }

    @Suspendable
    static Coroutine<Object> onInts(Trial t) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            switch (await(t.at("selector", i))) { // assertSpills(t, text, i)
                case 0:
                    text.append(await(t.at("zero", "z"))); // assertSpillsOnStack(StringBuilder)
                    break;
                case 1:
                    text.append('1');
                case 2:
                    text.append(await(t.at("fall through", 2))); // assertSpillsOnStack(StringBuilder)
                    break;
                case 3:
                    continue;
                default:
                    text.append(await(t.at("default", "d"))); // assertSpillsOnStack(StringBuilder)
            }
            text.append(',');
        }
        return Coroutine.of(text);
    }

    @Suspendable
    static Coroutine<Object> onSparseInts(Trial t) {
        int sum = 0;
        for (int i : new int[] {-1000, 7, 1_000_000, 5}) {
            switch (i) {
                case -1000:
                    sum += await(t.at("a", 1));
                    break;
                case 7:
                    sum += await(t.at("b", 10));
                    break;
                case 1_000_000:
                    return Coroutine.of(sum + await(t.at("c", 100)));
                default:
                    sum = -1;
            }
        }
        return Coroutine.of(sum);
    }

    @Suspendable
    @Hazard("D3")
    static Coroutine<Object> onStrings(Trial t) {
        StringBuilder text = new StringBuilder();
        for (String key : new String[] {"one", "Aa", "BB", "none"}) {
            switch (await(t.at("key", key))) { // assertSpills(t, text, ?, ?, ?, key)
                case "one":
                    text.append(await(t.at("one", 1)));
                    break;
                case "Aa":
                    text.append("first of two with the same hash");
                case "BB":
                    text.append(await(t.at("BB", "BB")));
                    break;
                default:
                    text.append(await(t.at("default", key)));
            }
        }
        return Coroutine.of(text);
    }

    @Suspendable
    @Hazard("D3")
    static Coroutine<Object> onEnums(Trial t) {
        StringBuilder text = new StringBuilder();
        for (Colour colour : Colour.values()) {
            switch (await(t.at("colour", colour))) { // assertSpills(t, text, ?, ?, ?, colour)
                case RED:
                    text.append(await(t.at("red", "r")));
                    break;
                case GREEN:
                    text.append('g');
                    break;
                default:
                    text.append(await(t.at("other", colour)));
            }
        }
        switch (TimeUnit.DAYS) {
            case DAYS:
                return Coroutine.of(text.append(await(t.at("days", "days"))));
            default:
                return null;
        }
    }

    @Suspendable
    static Coroutine<Object> localsInCases(Trial t) {
        Object result = null;
        for (int i = 0; i < 3; i++) {
            switch (i) {
                case 0:
                    long number = await(t.at("number", 5L));
                    await(t.at("x", null));
                    result = number;
                    break;
                case 1:
                    number = 6;
                    String text = await(t.at("text", "t"));
                    await(t.at("y", null));
                    result = result + text + number;
                    break;
                default:
                    double real = 1.5;
                    await(t.at("z", null));
                    result = result + "" + real;
            }
        }
        return Coroutine.of(result);
    }

    @Suspendable
    static Coroutine<Object> nested(Trial t) {
        int sum = 0;
        for (int i = 0; i < 4; i++) {
            switch (i / 2) {
                case 0:
                    switch (await(t.at("inner", i % 2))) {
                        case 0:
                            sum += 1;
                            break;
                        default:
                            sum += await(t.at("x", 10));
                    }
                    break;
                default:
                    try {
                        switch (i) {
                            case 2:
                                sum += await(t.at("y", 100));
                                break;
                            default:
                                throw new IllegalStateException("three");
                        }
                    } catch (IllegalStateException e) {
                        sum += await(t.at("z", 1000));
                    }
            }
        }
        return Coroutine.of(sum);
    }

    @Suspendable
    static Coroutine<Object> selectorAboveOperands(Trial t) {
        Object result = "";
        for (char c = 'a'; c < 'd'; c++) {
            switch (c) {
                case 'a':
                    result = result + "" + await(t.at("a", c));
                    break;
                case 'b':
                    result = result + "-" + await(t.at("b", (int) c));
                    break;
                default:
                    result = await(t.at("c", c)) + "" + result;
            }
        }
        return Coroutine.of(result);
    }
}
