package dev.fermata.tests.conformance;

/** The end of the hand-written asynchronous iterators of the scenarios. */
public final class StopAsyncIteration extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
