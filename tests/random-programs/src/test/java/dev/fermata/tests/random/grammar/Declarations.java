package dev.fermata.tests.random.grammar;

import dev.fermata.tests.random.tree.JavaType;
import dev.fermata.tests.random.tree.Statement;

/** Local variables: initialised, left null, inferred, assigned in the branches of what follows; local classes. */
final class Declarations implements StatementFamily {
    @Override
    public void offer(Growth growth, Menu<Statement> menu) {
        menu.add(8, () -> initialised(growth));
        menu.add(1, () -> inferred(growth));
        menu.add(1, () -> ofNull(growth));
        menu.add(1, () -> body(growth));
        if (growth.mayNest()) {
            menu.add(2, () -> inBranches(growth));
            menu.add(1, () -> inCases(growth));
            menu.add(1, () -> localClass(growth));
        }
    }

    private static Variable variable(JavaType type, Growth growth) {
        Variable.Access access = growth.oneIn(3) ? Variable.Access.CONSTANT : Variable.Access.ASSIGNED;
        return new Variable(growth.fresh(type.name().substring(0, 1).toLowerCase(java.util.Locale.ROOT)), type, access);
    }

    private static Statement initialised(Growth growth) {
        Variable variable = variable(growth.pick(JavaType.ofValues()), growth);
        Statement declaration = Statement.of(
                variable.type().source() + " " + variable.name() + " = `;", Assignments.value(variable.type(), growth));
        growth.declare(variable);
        return declaration;
    }

    private static Statement inferred(Growth growth) {
        Variable variable = variable(growth.pick(JavaType.ofValues()), growth);
        Statement declaration =
                Statement.of("var " + variable.name() + " = `;", Assignments.value(variable.type(), growth));
        growth.declare(variable);
        return declaration;
    }

    /** The verifier knows such a variable as null, not by its type. */
    private static Statement ofNull(Growth growth) {
        Variable variable = variable(growth.oneIn(2) ? JavaType.STRING : JavaType.OBJECT, growth);
        growth.declare(variable);
        return Statement.of(variable.type().source() + " " + variable.name() + " = null;");
    }

    private static Statement body(Growth growth) {
        JavaType type = growth.setting().kind().isCoroutine() ? JavaType.TASK : JavaType.FLOW;
        String name = growth.fresh("k");
        Statement declaration = Statement.of("final " + type.source() + " " + name + " = `;", growth.expression(type));
        growth.declare(new Variable(name, type, Variable.Access.CONSTANT));
        return declaration;
    }

    private static Statement inBranches(Growth growth) {
        Variable variable = variable(growth.pick(JavaType.ofValues()), growth);
        Statement declaration = Statement.of(
                "final " + variable.type().source() + " " + variable.name() + ";\nif (`) {\n`\n} else {\n`\n}",
                growth.expression(JavaType.BOOLEAN),
                growth.blockEnding(() -> assigned(variable, growth)),
                growth.blockEnding(() -> assigned(variable, growth)));
        growth.declare(new Variable(variable.name(), variable.type(), Variable.Access.CONSTANT));
        return declaration;
    }

    private static Statement inCases(Growth growth) {
        Variable variable = variable(growth.pick(JavaType.ofValues()), growth);
        Statement declaration = Statement.of(
                variable.type().source() + " " + variable.name()
                        + ";\nswitch (`) {\ncase 1:\n`\nbreak;\ndefault:\n`\n}",
                growth.expression(JavaType.INT),
                growth.blockEnding(() -> assigned(variable, growth)),
                growth.blockEnding(() -> assigned(variable, growth)));
        growth.declare(new Variable(variable.name(), variable.type(), Variable.Access.ASSIGNED));
        return declaration;
    }

    private static Statement assigned(Variable variable, Growth growth) {
        return Statement.of(variable.name() + " = `;", Assignments.value(variable.type(), growth));
    }

    private static Statement localClass(Growth growth) {
        boolean coroutine = growth.setting().kind().isCoroutine();
        ProgramKind kind = coroutine ? ProgramKind.COROUTINE : ProgramKind.GENERATOR;
        JavaType type = coroutine ? JavaType.TASK : JavaType.FLOW;
        String name = growth.fresh("Local");
        Setting inner = Setting.ofMethod(kind, growth.setting().loops() + 1);
        Statement declaration = Statement.of(
                "class " + name + " implements " + type.source()
                        + " {\nint runs = `;\n\n@Override\n@Suspendable\npublic " + kind.returnType()
                        + " run() throws Exception {\nt.log(\"runs\", runs++);\n`\n}\n}",
                growth.captured(growth.setting().plainBody(), () -> new Literals().literal(JavaType.INT, growth)),
                growth.captured(inner, () -> growth.blockEnding(() -> Jumps.lastReturn(growth))));
        String object = growth.fresh("k");
        growth.declare(new Variable(object, type, Variable.Access.CONSTANT));
        return new Statement(
                declaration.template() + "\nfinal " + type.source() + " " + object + " = new " + name + "();",
                declaration.children());
    }
}
