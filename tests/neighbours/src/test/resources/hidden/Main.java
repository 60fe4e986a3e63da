package demo;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;

public class Main {
    /** Defines a file as a hidden class, beside this one, and runs its method. */
    public static void main(String[] args) throws Exception {
        byte[] classFile = Files.readAllBytes(Path.of(args[0]));
        try {
            Class<?> hidden = MethodHandles.lookup().defineHiddenClass(classFile, true).lookupClass();
            Object host = hidden.getConstructor().newInstance();
            Object iterable = hidden.getMethod(args[1]).invoke(host);
            ((Iterable<?>) iterable).forEach(System.out::println);
        } catch (InvocationTargetException e) {
            System.out.println(e.getCause());
        } catch (LinkageError | RuntimeException e) {
            System.out.println(e.toString().lines().findFirst().orElseThrow());
        } catch (Error e) {
            System.out.println(e);
        }
    }
}
