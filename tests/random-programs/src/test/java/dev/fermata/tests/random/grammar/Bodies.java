package dev.fermata.tests.random.grammar;

import dev.fermata.tests.random.tree.Expression;
import dev.fermata.tests.random.tree.JavaType;
import dev.fermata.tests.random.tree.Sequence;

/** Suspendable bodies inside the method: lambdas, and methods of anonymous classes. */
final class Bodies implements ExpressionFamily {
    @Override
    public void offer(JavaType type, Growth growth, Menu<Expression> menu) {
        if (type == JavaType.TASK) {
            offer(type, ProgramKind.COROUTINE, growth, menu);
        } else if (type == JavaType.FLOW) {
            offer(type, ProgramKind.GENERATOR, growth, menu);
        }
    }

    private static void offer(JavaType type, ProgramKind kind, Growth growth, Menu<Expression> menu) {
        String name = type.source();
        menu.add(6, () -> Expression.of(type, "((" + name + ") () -> {\n`\n})", body(kind, growth)));
        menu.add(
                2,
                () -> Expression.of(
                        type,
                        "new " + name + "() {\n@Override\n@Suspendable\npublic " + kind.returnType()
                                + " run() throws Exception {\n`\n}\n}",
                        body(kind, growth)));
    }

    private static Sequence body(ProgramKind kind, Growth growth) {
        Setting inner = Setting.ofMethod(kind, growth.setting().loops() + 1);
        return growth.captured(inner, () -> growth.blockEnding(() -> Jumps.lastReturn(growth)));
    }
}
