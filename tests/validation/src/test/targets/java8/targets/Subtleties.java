package targets;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.tests.validation.Hazard;
import dev.fermata.tests.validation.Trial;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Function;

/** What depends on details of the class file that hardly anybody thinks of. */
final class Subtleties {
    private Subtleties() {}

    @Suspendable
    @Hazard("B12")
    static Coroutine<Object> newWithBranchesBesideAwaits(Trial t) {
        boolean flag = await(t.at("flag", true));
        String text = new StringBuilder(flag ? "yes" : "no").append(await(t.at("x", 1))).toString(); // assertSpillsOnStack(StringBuilder)
        Object box = new NewObjects.Box(flag && text.isEmpty() ? 1 : 0);
        await(t.at("y", null));
        return Coroutine.of(box + new StringBuilder(flag ? text : "no").toString());
    }

    @Suspendable
    @Hazard("G10")
    static Coroutine<Object> bitsOfNotANumber(Trial t) {
        float f = Float.intBitsToFloat(0x7fc0_1234);
        double d = Double.longBitsToDouble(0x7ff8_0000_dead_beefL);
        double zero = -0.0;
        await(t.at("x", null)); // assertSpills(f, d, zero)
        return Coroutine.of(Operands.join(
                Float.floatToRawIntBits(f), Double.doubleToRawLongBits(d), Double.doubleToRawLongBits(zero)));
    }

    @Suspendable
    @Hazard("G10")
    static Coroutine<Object> identityOfBoxes(Trial t) {
        Integer large = Integer.valueOf(t.see("large", 1_000_000));
        Object same = large;
        String text = new StringBuilder("te").append("xt").toString();
        String other = text;
        boolean before = same == large && text == other && text != "text";
        await(t.at("x", null)); // assertSpills(large, same, text, other, before)
        return Coroutine.of(Operands.join(before, same == large, text == other, text != "text"));
    }

    @Suspendable
    @Hazard("B20")
    static Coroutine<Object> exactCallsOfMethodHandles(Trial t) throws Throwable {
        MethodHandle sum = MethodHandles.lookup()
                .findStatic(Subtleties.class, "sum", MethodType.methodType(long.class, int.class, long.class));
        long first = (long) sum.invokeExact(t.see("a", 1), (long) await(t.at("x", 2L)));
        int second = (int) sum.invoke((short) 3, (int) await(t.at("y", 4)));
        return Coroutine.of(first + second);
    }

    private static long sum(int a, long b) {
        return a + b;
    }

    @Suspendable
    @Hazard("E16")
    static Coroutine<Object> callsThatLookAtTheirCaller(Trial t) throws Throwable {
        await(t.at("x", null));
        Class<?> byName = Class.forName("targets.Subtleties");
        Class<?> looking = MethodHandles.lookup().lookupClass();
        MethodHandle own = MethodHandles.lookup().findStatic(looking, "sum", MethodType.methodType(long.class, int.class, long.class));
        await(t.at("y", null));
        return Coroutine.of(Operands.join(byName == Subtleties.class, looking == byName, (long) own.invokeExact(1, 2L)));
    }

    private interface Recipe extends Function<Trial, Coroutine<Object>>, Serializable {}

    @Suspendable
    @Hazard("D9")
    static Coroutine<Object> serializableLambda(Trial t) throws Exception {
        String captured = await(t.at("captured", "kept"));
        Recipe recipe = trial -> Coroutine.of(captured + await(trial.at("inside", 1)) + await(trial.at("again", 2L)));
        Recipe copy = (Recipe) copyOf(recipe);
        return Coroutine.of(await(recipe.apply(t)) + "/" + await(copy.apply(t)));
    }

    private static Object copyOf(Object object) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new OwnClasses(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }

    /** Looks classes up where this one comes from. */
    private static final class OwnClasses extends ObjectInputStream {
        OwnClasses(InputStream in) throws IOException {
            super(in);
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass type) throws ClassNotFoundException {
            return Class.forName(type.getName(), false, Subtleties.class.getClassLoader());
        }
    }
}
