package shapes;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Hosts of all shapes. */
public class Shapes {
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Label {
        String value();
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface Kept {}

    public record Range(@Label("from") int from, List<@Kept String> names) implements Iterable<Integer> {
        public Range {
            names = List.copyOf(names);
        }

        @Override
        @Suspendable
        public Iterator<Integer> iterator() {
            for (int i = from; i < from + names.size(); i++) {
                Generator.yield(i);
            }
            return null;
        }
    }

    public enum Count {
        ONCE {
            @Override
            public Iterable<String> values(@Label("of") String of) {
                return List.of(of);
            }
        },
        TWICE {
            @Override
            @Suspendable
            public Iterable<String> values(@Label("of") String of) {
                Generator.yield(of);
                Generator.yieldFrom(named());
                return null;
            }
        };

        public abstract Iterable<String> values(String of);

        @Suspendable
        Iterable<String> named() {
            Generator.yield(name());
            return null;
        }
    }

    public sealed interface Figure permits Circle, Square {
        @Suspendable
        default Iterable<String> describe() {
            Generator.yieldFrom(self());
            Generator.yieldFrom(Figure.fixed(getClass().getSimpleName()));
            return null;
        }

        @Suspendable
        private Iterable<String> self() {
            Generator.yield(toString());
            return null;
        }

        @Suspendable
        static Iterable<String> fixed(String text) {
            Generator.yield(text);
            return null;
        }
    }

    public record Circle(double radius) implements Figure {}

    public static final class Square implements Figure {
        @Override
        @Suspendable
        public Iterable<String> describe() {
            Generator.yield("square");
            Generator.yieldFrom(Figure.super.describe());
            return null;
        }

        @Override
        public String toString() {
            return "[]";
        }
    }

    public abstract static class Source<T> {
        public abstract Iterable<T> items(T first);

        protected abstract Object more();
    }

    /** Has bridges, to which the compiler copies the annotations. */
    public static class Strings extends Source<String> {
        @Override
        @Suspendable
        public Iterable<String> items(@Label("first") String first) {
            Generator.yield(first);
            Generator.yieldFrom(more());
            return null;
        }

        @Override
        @Suspendable
        protected Iterable<@Kept String> more() {
            Generator.yield("more");
            return null;
        }
    }

    class Inner {
        @Suspendable
        Iterable<String> outside() {
            Generator.yield(secret);
            return null;
        }
    }

    private final String secret = "secret";

    /** Not kept in a variable, so that the method has parameters of all kinds. */
    @SafeVarargs
    @Suspendable
    public static <T extends Comparable<T>> Generator<T, Void, Integer> generic(
            @Label("a") final T a, long wide, List<? extends T>... more) throws IOException {
        Generator.yield(a);
        for (List<? extends T> list : more) {
            Generator.yieldFrom(list);
        }
        return Generator.returning((int) wide);
    }

    /** Declares classes inside. */
    @Suspendable
    public Iterable<Object> nested(int n) {
        class Local {
            @Suspendable
            Iterable<Integer> twice() {
                Generator.yield(n);
                Generator.yield(n);
                return null;
            }
        }
        var anonymous = new Object() {
            @Suspendable
            Iterable<String> once() {
                Generator.yield(secret + n);
                return null;
            }
        };
        Generator.yieldFrom(new Local().twice());
        Generator.yieldFrom(anonymous.once());
        Generator.yield(anonymous.getClass().getEnclosingMethod().getName());
        Generator.yield(Local.class.getEnclosingMethod().getName());
        return null;
    }

    public static List<String> run() throws IOException {
        List<Object> all = new ArrayList<>();
        new Range(5, List.of("x", "y")).forEach(all::add);
        for (Count count : Count.values()) {
            count.values("v").forEach(all::add);
        }
        new Circle(1).describe().forEach(all::add);
        new Square().describe().forEach(all::add);
        Source<String> source = new Strings();
        source.items("first").forEach(all::add);
        Shapes shapes = new Shapes();
        shapes.new Inner().outside().forEach(all::add);
        generic("a", 1L, List.of("b"), List.of("c")).forEach(all::add);
        shapes.nested(7).forEach(all::add);
        return all.stream().map(String::valueOf).toList();
    }
}
