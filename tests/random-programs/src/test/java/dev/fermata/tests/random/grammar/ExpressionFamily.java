package dev.fermata.tests.random.grammar;

import dev.fermata.tests.random.tree.Expression;
import dev.fermata.tests.random.tree.JavaType;

/** Some forms of expressions. */
interface ExpressionFamily {
    /** Puts on the menu what the family has of this type. */
    void offer(JavaType type, Growth growth, Menu<Expression> menu);
}
