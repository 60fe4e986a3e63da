package serial;

import dev.fermata.Generator;
import dev.fermata.Suspendable;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Declares no serial version: the JDK makes one up of its members. */
public class Account implements Serializable {
    public interface Source extends Serializable {
        Iterable<Integer> upTo(int n);
    }

    public enum Kind {
        OPEN;

        @Suspendable
        Iterable<Kind> self() {
            Generator.yield(this);
            return null;
        }
    }

    public record Entry(int amount) implements Serializable {
        @Suspendable
        Iterable<Integer> twice() {
            Generator.yield(amount);
            Generator.yield(amount);
            return null;
        }
    }

    /** Does not name the interface itself. */
    public static class Savings extends Account {
        int rate = 2;

        @Suspendable
        Iterable<Integer> rates() {
            Generator.yield(rate);
            return null;
        }
    }

    static final int LIMIT = Integer.parseInt("9");

    private int total = 40;
    protected Kind kind = Kind.OPEN;
    List<Entry> entries = new ArrayList<>(List.of(new Entry(1)));

    @Suspendable
    public Iterable<Object> all() {
        Generator.yield(total);
        Generator.yieldFrom(kind.self());
        for (Entry entry : entries) {
            Generator.yieldFrom(entry.twice());
        }
        return null;
    }

    public Source source() {
        int factor = total;
        return n -> {
            for (int i = 1; i <= n; i++) {
                Generator.yield(i * factor);
            }
            return null;
        };
    }
}
