package dev.fermata.tests.random.grammar;

import dev.fermata.tests.random.tree.JavaType;

/**
 * A local variable in scope.
 *
 * @param name its name, unique in the program
 * @param type its type
 * @param access what may be done with it besides reading
 */
record Variable(String name, JavaType type, Access access) {
    enum Access {
        /** Assigned to at will. */
        ASSIGNED,
        /** Never assigned to again, so that lambdas may read it. */
        CONSTANT,
        /** Counts a loop: assigned to by the loop alone, so that it ends. */
        COUNTER
    }
}
