package dev.fermata.tests.random.grammar;

import dev.fermata.tests.random.tree.Expression;
import dev.fermata.tests.random.tree.JavaType;
import dev.fermata.tests.random.tree.Node;
import dev.fermata.tests.random.tree.Statement;
import java.util.List;

/** {@code for} over arrays and over iterables, whose hidden variables live across the body. */
final class ForEachLoops implements StatementFamily {
    private static final int DEEPEST = 2;
    private static final List<JavaType> ELEMENTS =
            List.of(JavaType.INT, JavaType.LONG, JavaType.DOUBLE, JavaType.STRING, JavaType.OBJECT);

    @Override
    public void offer(Growth growth, Menu<Statement> menu) {
        if (!growth.mayNest() || growth.setting().loops() > DEEPEST) {
            return;
        }
        menu.add(2, () -> {
            JavaType element = growth.pick(ELEMENTS);
            return over("`", growth.expression(element.array()), element, growth);
        });
        menu.add(1, () -> over("Arrays.asList(`)", growth.arguments(JavaType.OBJECT, 3), JavaType.OBJECT, growth));
        menu.add(1, () -> over("Arrays.asList(`)", growth.arguments(JavaType.INTEGER, 3), JavaType.INT, growth));
    }

    private static Statement over(String source, Node elements, JavaType type, Growth growth) {
        String name = growth.fresh("x");
        String label = growth.fresh("loop");
        return growth.scoped(() -> {
            growth.declare(new Variable(name, type, Variable.Access.CONSTANT));
            return Statement.of(
                    label + ":\nfor (" + type.source() + " " + name + " : " + source + ") {\n`\n}",
                    elements instanceof Expression value && value.template().startsWith("new")
                            ? value.parenthesised()
                            : elements,
                    growth.block(growth.setting().inLoop(label)));
        });
    }
}
