package callers;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;
import java.lang.invoke.MethodHandles;

public class Caller {
    private String secret = "secret";

    /** What the JDK finds out by looking at the stack. */
    @Suspendable
    public Iterable<Object> lookingAtTheStack() throws ReflectiveOperationException {
        Generator.yield(MethodHandles.lookup().lookupClass().getName());
        Generator.yield(Class.forName("callers.Caller") == Caller.class);
        Generator.yield(Caller.class.getDeclaredField("secret").get(this));
        StackWalker walker = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
        Generator.yield(callerOf(walker) == Caller.class);
        return null;
    }

    private static Class<?> callerOf(StackWalker walker) {
        return walker.walk(frames -> frames.skip(1).findFirst().orElseThrow()).getDeclaringClass();
    }

    @Suspendable
    public static Iterable<Object> failing(String text) {
        Generator.yield("about to fail");
        int length = text.length();
        return null;
    }

    @Suspendable
    public static Iterable<Object> failingBelow() {
        Generator.yieldFrom(failing(null));
        return null;
    }

    @Suspendable
    public static Iterable<Object> failingOnTheStack(String text) {
        Generator.yield(text.concat(String.valueOf((Object) Generator.yield(1))));
        return null;
    }
}
