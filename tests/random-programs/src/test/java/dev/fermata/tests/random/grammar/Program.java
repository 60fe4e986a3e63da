package dev.fermata.tests.random.grammar;

import dev.fermata.tests.random.tree.Node;
import dev.fermata.tests.random.tree.Sequence;
import dev.fermata.tests.random.tree.SourceFile;
import dev.fermata.tests.random.tree.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A random method.
 *
 * @param seed what it was grown from
 * @param number its number among the methods of that seed, which is part of its name
 * @param method the method
 */
public record Program(long seed, int number, Statement method) {
    private static final int SMALLEST = 5;
    private static final int LARGEST = 70;

    /**
     * Grows a method: the same one each time.
     *
     * @param seed the seed of a whole run
     * @param number which method of that run
     * @return the method
     */
    public static Program grow(long seed, int number) {
        Random random = new Random(seed * 1_000_003 + number);
        random.nextInt(); // the first number of neighbouring seeds is much the same
        ProgramKind kind = kind(random);
        Growth growth = new Growth(random, SMALLEST + random.nextInt(LARGEST - SMALLEST), Setting.ofMethod(kind, 0));
        Statement method = Statement.of(
                "@Suspendable\nstatic " + kind.returnType() + " method(Trial t) throws Exception {\n`\n}",
                body(growth));
        return new Program(seed, number, method);
    }

    private static ProgramKind kind(Random random) {
        int chance = random.nextInt(20);
        if (chance < 13) {
            return ProgramKind.COROUTINE;
        }
        return chance < 17 ? ProgramKind.GENERATOR : ProgramKind.values()[chance - 15];
    }

    private static Sequence body(Growth growth) {
        List<Node> statements = growth.statements(3 + growth.random().nextInt(5));
        statements.add(Effects.logVariables(growth));
        statements.add(Jumps.lastReturn(growth));
        return new Sequence(Sequence.Role.STATEMENTS, statements);
    }

    /** The simple name of its class. */
    public String className() {
        return "Random" + number;
    }

    /** The method in a class that uses the scenery of all. */
    public String source() {
        return SourceFile.around(Scenery.CLASS_NAME, className(), method);
    }

    /** The method and the scenery, as members of a class that needs no other. */
    public Sequence members() {
        List<Node> members = new ArrayList<>(Scenery.members());
        members.add(method);
        return new Sequence(Sequence.Role.MEMBERS, members);
    }
}
