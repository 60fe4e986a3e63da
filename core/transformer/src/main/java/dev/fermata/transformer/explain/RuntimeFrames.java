package dev.fermata.transformer.explain;

import dev.fermata.transformer.RuntimeNames;
import java.util.List;

/**
 * The fields of the runtime's frames, which every frame inherits. The transformer does not depend on the runtime, so they
 * stand here once more; a test compares them with the real classes.
 */
final class RuntimeFrames {
    private static final String OBJECT = "Ljava/lang/Object;";

    /** state; driving, isDelegated; delegate, link */
    private static final List<String> FRAME =
            List.of("I", "Z", "Z", "L" + RuntimeNames.FRAME + ";", "L" + RuntimeNames.FRAME + ";");

    /** isAhead, isResultDue; kept */
    private static final List<String> GENERATOR = List.of("Z", "Z", OBJECT);

    /** bits; isAhead */
    private static final List<String> PRIMITIVE = List.of("J", "Z");

    /** isClaimed */
    private static final List<String> COROUTINE = List.of("Z");

    /** stepping, announced; value, origin, delegateHandle */
    private static final List<String> ASYNC_GENERATOR = List.of("Z", "Z", OBJECT, OBJECT, OBJECT);

    private RuntimeFrames() {}

    /**
     * The field descriptors of a base class of frames; a reference may be given as another one.
     *
     * @param base its internal name
     * @return those of each class above the frame's own, the topmost first
     */
    static List<List<String>> fieldsOf(String base) {
        return switch (base) {
            case RuntimeNames.GENERATOR_FRAME -> List.of(FRAME, GENERATOR);
            case RuntimeNames.INT_FRAME, RuntimeNames.LONG_FRAME, RuntimeNames.DOUBLE_FRAME ->
                List.of(FRAME, PRIMITIVE, List.of());
            case RuntimeNames.COROUTINE_FRAME -> List.of(FRAME, COROUTINE);
            case RuntimeNames.ASYNC_GENERATOR_FRAME -> List.of(FRAME, ASYNC_GENERATOR);
            default -> throw new IllegalArgumentException(base);
        };
    }
}
