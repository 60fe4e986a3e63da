package dev.fermata.tests.random.grammar;

import dev.fermata.tests.random.tree.JavaType;
import dev.fermata.tests.random.tree.Node;
import dev.fermata.tests.random.tree.Sequence;
import dev.fermata.tests.random.tree.Statement;
import java.util.ArrayList;
import java.util.List;

/** {@code try} with any choice of catch clauses, with and without {@code finally}. */
final class Tries implements StatementFamily {
    /** From the special to the general, so that any choice in this order compiles. */
    private static final List<String> CAUGHT = List.of(
            "Trial.Failure",
            "ArithmeticException | NullPointerException",
            "ClassCastException | IllegalStateException",
            "IOException",
            "RuntimeException",
            "Exception",
            "Trial.Fatal | AssertionError",
            "Throwable");

    @Override
    public void offer(Growth growth, Menu<Statement> menu) {
        if (!growth.mayNest()) {
            return;
        }
        menu.add(3, () -> Statement.of("try {\n`\n} `", tried(growth), clauses(growth)));
        menu.add(2, () -> Statement.of("try {\n`\n} finally {\n`\n}", protectedBlock(growth), growth.block()));
        menu.add(
                2,
                () -> Statement.of(
                        "try {\n`\n} ` finally {\n`\n}",
                        tried(growth),
                        growth.within(growth.setting().inTry(), () -> clauses(growth)),
                        growth.block()));
    }

    /** Ends with a throw at times, because what is caught can go on. */
    private static Sequence tried(Growth growth) {
        return growth.within(growth.setting().inTry(), () -> {
            Sequence block = growth.oneIn(4) ? growth.blockEnding(() -> Jumps.throwing(growth)) : growth.block();
            List<Node> statements = new ArrayList<>(block.children());
            statements.add(0, Statement.of("check(t);"));
            return new Sequence(Sequence.Role.STATEMENTS, statements);
        });
    }

    private static Sequence protectedBlock(Growth growth) {
        return growth.block(growth.setting().inTry());
    }

    static Sequence clauses(Growth growth) {
        List<Node> clauses = new ArrayList<>();
        for (String caught : CAUGHT) {
            if (growth.oneIn(4)) {
                clauses.add(clause(caught, growth));
            }
        }
        if (clauses.isEmpty()) {
            clauses.add(clause(growth.pick(CAUGHT), growth));
        }
        return new Sequence(Sequence.Role.CATCHES, clauses);
    }

    private static Statement clause(String caught, Growth growth) {
        String name = growth.fresh("e");
        String head = "catch (" + caught + " " + name + ") {\nt.log(\"caught\", " + name + ");\n`\n";
        return growth.oneIn(4)
                ? Statement.of(
                        head + "if (`) {\nthrow " + name + ";\n}\n}",
                        growth.block(),
                        growth.expression(JavaType.BOOLEAN))
                : Statement.of(head + "}", growth.block());
    }
}
