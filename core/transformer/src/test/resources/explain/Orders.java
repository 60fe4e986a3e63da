package com.acme;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;
import java.util.ArrayList;
import java.util.List;

class Orders {
    static class Line {
        final String name;
        final int cents;

        Line(String name, int cents) {
            this.name = name;
            this.cents = cents;
        }
    }

    static class Refused extends RuntimeException {}

    @Suspendable
    Coroutine<List<Line>> bill(List<String> names, int limit, String unused) {
        int sum = 0;
        List<Line> lines = new ArrayList<>();
        for (String name : names) {
            try {
                Line line = new Line(name, sum + await(price(name)));
                lines.add(line);
                sum += line.cents;
            } catch (Refused e) {
                System.out.println(name);
            }
            if (sum > limit) {
                throw new IllegalArgumentException("too much");
            }
        }
        await(send(lines));
        return Coroutine.of(lines);
    }

    @Suspendable
    static Coroutine<Integer> price(String name) {
        Coroutine.suspend(name);
        return Coroutine.of(name.length() * 100);
    }

    @Suspendable
    Coroutine<Void> send(List<Line> lines) {
        return lines.isEmpty() ? null : send(lines.subList(1, lines.size()));
    }

    @Suspendable
    static Iterable<Integer> odd(int upTo) {
        for (int i = 1; i < upTo; i += 2) {
            Generator.yield(i);
        }
        return null;
    }
}
