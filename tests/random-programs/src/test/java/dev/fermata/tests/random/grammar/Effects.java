package dev.fermata.tests.random.grammar;

import dev.fermata.tests.random.tree.Expression;
import dev.fermata.tests.random.tree.JavaType;
import dev.fermata.tests.random.tree.Node;
import dev.fermata.tests.random.tree.Sequence;
import dev.fermata.tests.random.tree.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** Expressions for their effect alone: markers whose value is dropped, assignments, calls, creations; assertions. */
final class Effects implements StatementFamily {
    @Override
    public void offer(Growth growth, Menu<Statement> menu) {
        menu.add(3, () -> assignment(growth));
        menu.add(2, () -> Statement.of("t.log(\"" + growth.fresh("at") + "\", `);", growth.anyValue()));
        menu.add(1, () -> logVariables(growth));
        menu.add(
                1,
                () -> Statement.of(
                        "new Pair(t, `, `);", growth.expression(JavaType.OBJECT), growth.expression(JavaType.LONG)));
        menu.add(1, () -> Statement.of("join(t, `);", growth.arguments(JavaType.OBJECT, 2)));
        menu.add(
                1,
                () -> Statement.of(
                        "assert ` : `;", growth.expression(JavaType.BOOLEAN), growth.expression(JavaType.STRING)));
        if (growth.setting().markers()) {
            menu.add(3, () -> marker(growth));
        }
    }

    private static Statement marker(Growth growth) {
        if (!growth.setting().kind().isCoroutine()) {
            return Statement.of("Generator.yield(`);", growth.anyValue());
        }
        return growth.oneIn(3)
                ? Statement.of("suspend(`);", growth.anyValue())
                : Statement.of("await(t.at(\"" + growth.fresh("p") + "\", `));", growth.anyValue());
    }

    private static Statement assignment(Growth growth) {
        List<Variable> targets = growth.variables(it -> it.access() == Variable.Access.ASSIGNED);
        if (targets.isEmpty()) {
            return Statement.of("t.log(\"" + growth.fresh("at") + "\");");
        }
        Variable target = growth.pick(targets);
        String operator =
                target.type().isPrimitive() && target.type() != JavaType.BOOLEAN && growth.oneIn(2) ? "+=" : "=";
        Expression value = Assignments.value(target.type(), growth);
        return Statement.of(target.name() + " " + operator + " `;", value);
    }

    /** Shows what has become of the variables; constants of any type are shown, counters too. */
    static Statement logVariables(Growth growth) {
        List<Variable> known = growth.variables(it -> it.type() != JavaType.TASK && it.type() != JavaType.FLOW);
        List<Node> names = known.stream()
                .map(it -> (Node) Expression.of(it.type(), it.name()))
                .collect(Collectors.toList());
        names.add(0, Expression.of(JavaType.STRING, "\"" + growth.fresh("now") + "\""));
        return Statement.of("t.log(`);", new Sequence(Sequence.Role.ARGUMENTS, names));
    }
}
