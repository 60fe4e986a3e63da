package dev.fermata.tests.random.grammar;

/** What a random method is. */
public enum ProgramKind {
    COROUTINE("Coroutine<Object>"),
    GENERATOR("Generator<Object, Object, Object>"),
    ITERATOR("Iterator<Object>"),
    ITERABLE("Iterable<Object>"),
    STREAM("Stream<Object>");

    private final String returnType;

    ProgramKind(String returnType) {
        this.returnType = returnType;
    }

    /** The return type in the source. */
    String returnType() {
        return returnType;
    }

    boolean isCoroutine() {
        return this == COROUTINE;
    }
}
