package targets;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.tests.validation.Trial;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;

/** Annotations on types inside methods, which have ranges, slots and indices of their own in the class file. */
final class TypeAnnotations {
    private TypeAnnotations() {}

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    @interface Shown {
        String value() default "";
    }

    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE_USE)
    @interface Hidden {}

    @Suspendable
    static Coroutine<Object> ofVariables(Trial t) {
        @Shown("a variable") String text = await(t.at("text", "t")); // assertSuspends(1) assertSpills(t)
        @Hidden long number = await(t.at("number", 1L)); // assertSpills(t, text)
        List<@Shown("an argument") String> list = new ArrayList<>();
        list.add(text);
        await(t.at("x", null)); // assertSpills(t, text, number, list)
        list.add(text + number);
        await(t.at("y", null)); // assertSpills(list)
        return Coroutine.of(list);
    }

    @Suspendable
    static Generator<Object, Object, Object> ofVariablesInLoops(Trial t) {
        for (@Shown("a loop") int i = 0; i < 2; i++) {
            @Hidden Object half = Generator.yield(i); // assertSpills(t, i)
            t.log("half", t.see("answer", half), (Object) Generator.yield(half)); // assertSpillsOnStack(Trial, String, Object[], Object[], int)
        }
        return null;
    }

    @Suspendable
    static Coroutine<Object> ofExceptions(Trial t) {
        Object caught = "none";
        try {
            await(t.at("x", null)); // assertSpills(t, caught)
            await(t.at("y", null)); // assertSpills(t, caught)
        } catch (Trial.@Shown("an exception") Failure e) {
            caught = e.getMessage() + await(t.at("caught", 1)); // assertSuspends(1)
        } catch (Trial.@Hidden Fatal e) {
            caught = await(t.at("fatal", 2)) + e.getMessage(); // assertSpills(e)
        }
        return Coroutine.of(caught);
    }

    @Suspendable
    static Coroutine<Object> ofExpressions(Trial t) {
        Object object = new @Shown("new") StringBuilder().append(await(t.at("x", "x"))); // assertSpillsOnStack(StringBuilder)
        boolean is = object instanceof @Hidden StringBuilder;
        CharSequence text = (@Shown("cast") CharSequence) object;
        await(t.at("y", null)); // assertSpills(is, text)
        return Coroutine.of(is + text.toString());
    }
}
