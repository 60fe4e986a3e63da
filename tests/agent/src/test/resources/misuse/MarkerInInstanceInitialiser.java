package misuse;

import dev.fermata.Coroutine;

/** The compiler copies initialisers into each constructor. */
public final class MarkerInInstanceInitialiser {
    final Object answer = Coroutine.suspend("question"); // FERMATA-008 <init>(): Coroutine.suspend cannot suspend a constructor or instance initialiser: move it to a @Suspendable method

    public static Object misuse() {
        return new MarkerInInstanceInitialiser();
    }

    public static String bystander() {
        return "unharmed";
    }
}
