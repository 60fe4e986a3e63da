package targets;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.tests.validation.Hazard;
import dev.fermata.tests.validation.Trial;
import java.util.List;

/** Records, sealed types, patterns of {@code instanceof}, text blocks. */
final class Records {
    private Records() {}

    sealed interface Shape permits Circle, Rectangle {
        @Suspendable
        default Coroutine<Object> describe(Trial t) {
            return Coroutine.of(getClass().getSimpleName() + await(area(t))); // assertSpillsOnStack(String)
        }

        Coroutine<Double> area(Trial t);
    }

    record Circle(double radius) implements Shape {
        Circle {
            if (radius < 0) {
                throw new IllegalArgumentException("negative");
            }
        }

        @Override
        @Suspendable
        public Coroutine<Double> area(Trial t) {
            return Coroutine.of(await(t.at("pi", 3.0)) * radius * this.radius());
        }
    }

    record Rectangle(double width, double height) implements Shape {
        @Override
        @Suspendable
        public Coroutine<Double> area(Trial t) {
            double w = await(t.at("width", width)); // assertSpills(this, t)
            return Coroutine.of(w * await(t.at("height", height))); // assertSpillsOnStack(double)
        }

        @Suspendable
        static Generator<Object, Object, Object> ofEverySize(int n) {
            for (int i = 0; i < n; i++) {
                Generator.yield(new Rectangle(i, Generator.yield("height") == null ? 0 : 1)); // assertSuspends(2) assertSpills(n, i)
            }
            return null;
        }
    }

    @Hazard("E14")
    static Coroutine<Object> recordMethod(Trial t) {
        return new Rectangle(2, 3).describe(t);
    }

    @Hazard("E14")
    static Generator<Object, Object, Object> recordGenerator(Trial t) {
        return Rectangle.ofEverySize(2);
    }

    @Suspendable
    static Coroutine<Object> newRecord(Trial t) {
        try {
            return Coroutine.of(List.of( // assertMovesNew(Rectangle)
                    new Rectangle(t.see("w", 1.0), await(t.at("h", 2.0))), new Circle(await(t.at("radius", -1.0)))));
        } catch (IllegalArgumentException e) {
            return Coroutine.of(new Circle(await(t.at("instead", 1.0))));
        }
    }

    @Suspendable
    static Coroutine<Object> localRecord(Trial t) {
        record Entry(String key, long value) {}
        enum Mode {
            ON
        }
        Entry entry = new Entry(await(t.at("key", "k")), await(t.at("value", 5L))); // assertMovesNew(1Entry) assertSuspends(2)
        await(t.at("x", Mode.ON));
        return Coroutine.of(entry + "" + Mode.ON);
    }

    @Suspendable
    static Coroutine<Object> instanceofPatterns(Trial t) {
        StringBuilder text = new StringBuilder();
        for (Object value : new Object[] {1, "two", 3L, new Circle(4)}) {
            Object awaited = await(t.at("value", value)); // assertSpills(t, text, ?, ?, ?)
            if (awaited instanceof Integer i && await(t.at("condition", i > 0))) { // assertSpills(t, text, ?, ?, ?, awaited, i)
                text.append(i + await(t.at("x", 10))); // assertSpillsOnStack(StringBuilder, int)
            } else if (!(awaited instanceof String s)) {
                text.append(await(t.at("other", '?')));
                if (awaited instanceof Shape shape) {
                    text.append(await(shape.area(t)));
                }
            } else {
                await(t.at("y", null));
                text.append(s.length()).append(s);
            }
        }
        return Coroutine.of(text);
    }

    @Suspendable
    static Coroutine<Object> textBlock(Trial t) {
        return Coroutine.of("""
                a %s
                  b %d
                """.formatted(await(t.at("x", "x")), await(t.at("y", 2)))); // assertSuspends(2)
    }
}
