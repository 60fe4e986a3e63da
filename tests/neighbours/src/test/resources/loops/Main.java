package demo;

import java.util.Arrays;
import java.util.Comparator;

/** Adds up what each method yields. */
public class Main {
    public static void main(String[] args) throws Exception {
        var methods = Arrays.stream(Loops.class.getDeclaredMethods())
                .filter(method -> method.getName().startsWith("reducible"))
                .sorted(Comparator.comparing(method -> method.getName()))
                .toList();
        for (var method : methods) {
            long sum = 0;
            for (int n = 0; n < 60; n++) {
                for (Object item : (Iterable<?>) method.invoke(null, n)) {
                    sum = 31 * sum + (Integer) item;
                }
            }
            System.out.println(method.getName() + " " + sum);
        }
    }
}
