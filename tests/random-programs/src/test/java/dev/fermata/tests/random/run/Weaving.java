package dev.fermata.tests.random.run;

import dev.fermata.transformer.WeaveResult;
import dev.fermata.transformer.Weaver;

/** The step under test. */
@FunctionalInterface
public interface Weaving {
    /** The transformer as it is. */
    Weaving BY_THE_TRANSFORMER = new Weaver()::weave;

    /**
     * Weaves a class.
     *
     * @param classFile the class as its compiler made it
     * @return what came of it
     */
    WeaveResult weave(byte[] classFile);
}
