package demo.app;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.StopIteration;
import dev.fermata.Suspendable;
import java.lang.reflect.Method;
import java.util.Arrays;

public class Main {
    @Suspendable
    static Iterable<Integer> squares(int n) {
        for (int i = 1; i <= n; i++) {
            Generator.yield(i * i);
        }
        return null;
    }

    static class Inner {
        private final int value = 40;

        @Suspendable
        Coroutine<Integer> plus(int n) {
            Coroutine.suspend("paused");
            return Coroutine.of(value + n);
        }
    }

    public static void main(String[] args) {
        System.out.println(Main.class.getModule());
        squares(3).forEach(System.out::println);
        Coroutine<Integer> answer = new Inner().plus(2);
        System.out.println(answer.send(null));
        try {
            answer.send(null);
        } catch (StopIteration end) {
            System.out.println(end.value());
        }
        var methods = Arrays.asList(Main.class.getDeclaredMethods());
        long bodies = methods.stream().filter(Method::isSynthetic).count();
        System.out.println(methods.size() - bodies + " methods, " + bodies + " body");
    }
}
