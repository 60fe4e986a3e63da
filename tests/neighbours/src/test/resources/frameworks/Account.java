package demo;

import dev.fermata.Generator;
import dev.fermata.Suspendable;

public final class Account {
    private final String owner;

    public Account(String owner) {
        this.owner = owner;
    }

    @Suspendable
    public Iterable<String> lines(int n) {
        for (int i = 0; i < n; i++) {
            Generator.yield(owner() + " " + i);
        }
        return null;
    }

    public String owner() {
        return owner;
    }
}
