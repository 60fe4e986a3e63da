package dev.fermata.tests.stress.weaving;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A class such as libraries have, to be woven and run. */
public class Sample implements Supplier<String> {
    private final List<String> log = new ArrayList<>();
    private static int made;

    static {
        made = Integer.parseInt("0");
    }

    public Sample() {
        made++;
    }

    @Override
    public String get() {
        narrow((byte) 300, 'x');
        log.add("sum " + sum(5, 2L, 0.5));
        log.add("caught " + caught("no number"));
        log.add("locked " + locked() + lockedByBlock());
        Runnable lambda = () -> log.add("made one " + (made > 0));
        lambda.run();
        log.add(new StringBuilder(String.valueOf(fibonacci(10))).reverse().toString());
        return log.toString();
    }

    private byte narrow(byte b, char c) {
        log.add(b + "" + c);
        return (byte) (b + c);
    }

    static double sum(int n, long scale, double start) {
        double sum = start;
        for (int i = 0; i < n; i++) {
            sum += i * scale;
        }
        return sum;
    }

    private static String caught(String text) {
        try {
            return "number " + Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return e.getMessage();
        }
    }

    synchronized boolean locked() {
        return Thread.holdsLock(this);
    }

    private boolean lockedByBlock() {
        synchronized (log) {
            return Thread.holdsLock(log);
        }
    }

    private static int fibonacci(int n) {
        return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
    }
}
