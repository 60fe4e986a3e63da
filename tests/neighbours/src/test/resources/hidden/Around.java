package demo;

import dev.fermata.Generator;
import dev.fermata.Suspendable;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Hidden classes that the JDK makes around hosts: lambdas, method references, proxies. */
public class Around {
    public interface Source {
        Iterable<String> items(int n);
    }

    private final String name;

    Around(String name) {
        this.name = name;
    }

    @Suspendable
    Iterable<String> own(int n) {
        for (int i = 0; i < n; i++) {
            Generator.yield(name + i);
        }
        return null;
    }

    static Source proxy(Source target) {
        return (Source) Proxy.newProxyInstance(
                Around.class.getClassLoader(), new Class<?>[] {Source.class}, (proxy, method, arguments) -> {
                    System.out.println(method.getName());
                    return method.invoke(target, arguments);
                });
    }

    public static void main(String[] args) {
        String captured = "lambda";
        Source lambda = n -> {
            Generator.yield(captured + n);
            return null;
        };
        Source reference = new Around("reference")::own;
        Supplier<Source> nested = () -> n -> {
            Generator.yieldFrom(lambda.items(n));
            return null;
        };
        List<Source> sources = new ArrayList<>(List.of(lambda, reference, nested.get()));
        sources.add(proxy(reference));
        for (Source source : sources) {
            source.items(1).forEach(System.out::println);
        }
        System.out.println(lambda.getClass().isHidden());
    }
}
