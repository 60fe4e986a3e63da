package dev.fermata.tests.random.grammar;

import dev.fermata.tests.random.tree.Statement;

/** Some forms of statements. */
interface StatementFamily {
    /** Puts on the menu what the family has. Every statement offered can complete normally. */
    void offer(Growth growth, Menu<Statement> menu);
}
