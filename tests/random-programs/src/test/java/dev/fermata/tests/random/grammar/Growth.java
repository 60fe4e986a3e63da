package dev.fermata.tests.random.grammar;

import dev.fermata.tests.random.tree.Expression;
import dev.fermata.tests.random.tree.JavaType;
import dev.fermata.tests.random.tree.Node;
import dev.fermata.tests.random.tree.Sequence;
import dev.fermata.tests.random.tree.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** One program being grown: chance, what is in scope, what is allowed here, and how much may still be added. */
final class Growth {
    private static final int DEEPEST = 9;

    private static final List<ExpressionFamily> EXPRESSIONS = List.of(
            new Literals(),
            new Reads(),
            new Markers(false),
            new Arithmetic(),
            new Logic(),
            new Conversions(),
            new Texts(),
            new Conditionals(),
            new Assignments(),
            new ArrayForms(),
            new NewObjects(),
            new Calls(),
            new SwitchExpressions(),
            new Bodies());

    private static final List<ExpressionFamily> LEAVES = List.of(new Literals(), new Reads(), new Markers(true));

    private static final List<StatementFamily> STATEMENTS = List.of(
            new Declarations(),
            new Effects(),
            new Branches(),
            new Loops(),
            new ForEachLoops(),
            new Jumps(),
            new SwitchStatements(),
            new Tries(),
            new Resources(),
            new Blocks());

    private final Random random;
    private List<Variable> scope = new ArrayList<>();
    private Setting setting;
    private int budget;
    private int depth;
    private int names;

    Growth(Random random, int budget, Setting setting) {
        this.random = random;
        this.budget = budget;
        this.setting = setting;
    }

    Random random() {
        return random;
    }

    Setting setting() {
        return setting;
    }

    /** A name that the program does not have yet. */
    String fresh(String prefix) {
        return prefix + names++;
    }

    /** True once in so many times. */
    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    Expression expression(JavaType type) {
        boolean leaf = budget <= 0 || depth >= DEEPEST || oneIn(4);
        budget--;
        depth++;
        Menu<Expression> menu = new Menu<>();
        (leaf ? LEAVES : EXPRESSIONS).forEach(family -> family.offer(type, this, menu));
        Expression grown = menu.choose(random);
        depth--;
        return grown;
    }

    /** Something to loop over, to branch on, to compare. */
    Expression expressionOf(List<JavaType> types) {
        return expression(pick(types));
    }

    Expression anyValue() {
        return expressionOf(JavaType.ofValues());
    }

    /** So many arguments or elements of one type, or one more or less. */
    Sequence arguments(JavaType type, int number) {
        List<Node> arguments = new ArrayList<>();
        for (int i = random.nextInt(3) - 1; i < number; i++) {
            arguments.add(expression(type));
        }
        return new Sequence(Sequence.Role.ARGUMENTS, List.copyOf(arguments));
    }

    Statement statement() {
        budget--;
        depth += 2;
        Menu<Statement> menu = new Menu<>();
        STATEMENTS.forEach(family -> family.offer(this, menu));
        Statement grown = menu.choose(random);
        depth -= 2;
        return grown;
    }

    /** Whether there is room for a statement with statements in it. */
    boolean mayNest() {
        return budget > 0 && depth < DEEPEST - 1;
    }

    /** The statements of a block, with a scope of their own. */
    Sequence block() {
        return blockEnding(null);
    }

    Sequence block(Setting inner) {
        return within(inner, this::block);
    }

    /** A block whose last statement is given; null for none in particular. */
    Sequence blockEnding(Supplier<Statement> last) {
        return scoped(() -> {
            List<Node> statements = statements(oneIn(4) && last != null ? 0 : 1 + random.nextInt(budget > 0 ? 3 : 1));
            if (last != null) {
                statements.add(last.get());
            }
            return new Sequence(Sequence.Role.STATEMENTS, List.copyOf(statements));
        });
    }

    /** Statements one after the other in the present scope. */
    List<Node> statements(int number) {
        List<Node> statements = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            statements.add(statement());
        }
        return statements;
    }

    /** Grows something under other rules. */
    <T> T within(Setting inner, Supplier<T> form) {
        Setting outer = setting;
        setting = inner;
        T grown = form.get();
        setting = outer;
        return grown;
    }

    /** Grows something whose variables are not seen from outside. */
    <T> T scoped(Supplier<T> form) {
        List<Variable> outer = scope;
        scope = new ArrayList<>(outer);
        T grown = form.get();
        scope = outer;
        return grown;
    }

    /** Grows the body of a lambda or of a class, which sees constants only. */
    <T> T captured(Setting inner, Supplier<T> form) {
        return scoped(() -> {
            scope.removeIf(variable -> variable.access() != Variable.Access.CONSTANT);
            return within(inner, form);
        });
    }

    void declare(Variable variable) {
        scope.add(variable);
    }

    List<Variable> variables(Predicate<Variable> wanted) {
        return scope.stream().filter(wanted).toList();
    }
}
