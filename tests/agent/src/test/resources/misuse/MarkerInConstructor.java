package misuse;

import dev.fermata.Generator;

/** Nobody could hold the half-made object meanwhile. */
public final class MarkerInConstructor {
    final Object answer;

    MarkerInConstructor(int question) {
        answer = Generator.yield(question); // FERMATA-008 <init>(int): Generator.yield cannot suspend a constructor or instance initialiser: move it to a @Suspendable method
    }

    public static Object misuse() {
        return new MarkerInConstructor(1);
    }

    public static String bystander() {
        return "unharmed";
    }
}
