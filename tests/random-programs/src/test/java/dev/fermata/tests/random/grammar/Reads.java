package dev.fermata.tests.random.grammar;

import dev.fermata.tests.random.tree.Expression;
import dev.fermata.tests.random.tree.JavaType;
import java.util.List;

/** Local variables, alone and under {@code see}, which logs when they are read. */
final class Reads implements ExpressionFamily {
    @Override
    public void offer(JavaType type, Growth growth, Menu<Expression> menu) {
        List<Variable> known = growth.variables(variable -> variable.type() == type);
        if (!known.isEmpty()) {
            menu.add(4, () -> Expression.of(type, growth.pick(known).name()));
        }
    }
}
