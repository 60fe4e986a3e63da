package dev.fermata.tests.random.grammar;

import dev.fermata.tests.random.tree.Node;
import dev.fermata.tests.random.tree.Sequence;
import dev.fermata.tests.random.tree.SourceFile;
import dev.fermata.tests.random.tree.Statement;
import java.util.List;

/** What random programs are made around: a few classes and methods, which are the same for every program. */
public final class Scenery {
    /** The simple name of the class in which it stands when many programs share it. */
    public static final String CLASS_NAME = "Scenery";

    private static final List<Node> MEMBERS = List.of(
            Statement.of("enum Shade {\nDARK,\nGREY,\nLIGHT\n}"),
            Statement.of("interface Source<T> {\nT get() throws Exception;\n}"),
            Statement.of("interface Task {\nCoroutine<Object> run() throws Exception;\n}"),
            Statement.of("interface Flow {\nGenerator<Object, Object, Object> run() throws Exception;\n}"),
            Statement.of("""
                    static class Pair {
                    final Trial t;
                    final Object first;
                    long wide;
                    int count;
                    double real;
                    short small;
                    String name = "n";

                    Pair(Trial t, Object first, long wide) {
                    this.t = t;
                    this.first = first;
                    this.wide = wide;
                    t.log("new Pair", first, wide);
                    }

                    Pair(Trial t, int count, double real, Object first) {
                    this(t, first, count);
                    this.count = count;
                    this.real = real;
                    }

                    long total(int a, Object b) throws Exception {
                    t.log("total", a, b);
                    return wide + count + a;
                    }

                    @Override
                    public String toString() {
                    return "Pair(" + first + " " + wide + " " + count + " " + real + " " + small + " " + name + ")";
                    }

                    class Inner {
                    final long sum;

                    Inner(int n) {
                    sum = wide + n;
                    t.log("new Inner", sum);
                    }
                    }
                    }"""),
            Statement.of("""
                    static final class Gate implements AutoCloseable {
                    private final Trial t;
                    private final int mood;

                    Gate(Trial t, String name, int mood) {
                    this.t = t;
                    this.mood = mood;
                    t.log("open", name, mood);
                    if (mood == 7) {
                    throw new IllegalStateException("stuck");
                    }
                    }

                    @Override
                    public void close() throws IOException {
                    t.log("close", mood);
                    if (mood == 3) {
                    throw new IOException("broken");
                    }
                    }
                    }"""),
            Statement.of("""
                    static Object join(Trial t, Object... parts) {
                    t.log("join", parts);
                    return parts.length;
                    }"""),
            Statement.of("""
                    static int sum(int... parts) {
                    int sum = 0;
                    for (int part : parts) {
                    sum += part;
                    }
                    return sum;
                    }"""),
            Statement.of("""
                    static long mix(int a, long b, double c, Object d) {
                    Trial.current().log("mix", a, b, c, d);
                    return a * 31 + b;
                    }"""),
            Statement.of("""
                    static String clip(String text) {
                    return text == null ? "" : text.substring(0, Math.min(text.length(), 12));
                    }"""),
            Statement.of("""
                    static int orElse(Integer value, int otherwise) {
                    return value == null ? otherwise : value;
                    }"""),
            Statement.of("""
                    static void check(Trial t) throws IOException {
                    t.log("check");
                    }"""),
            Statement.of("""
                    static Coroutine<Object> started(Task task) throws Exception {
                    Coroutine<Object> coroutine = task.run();
                    return coroutine == null ? Coroutine.of(null) : coroutine;
                    }"""),
            Statement.of("""
                    // A delegate that swallows the exit and returns does not keep it from its caller (PEP 380). Read as
                    // blocking code, the delegate has run by the time it is returned.
                    static Generator<Object, Object, Object> started(Flow flow) throws Exception {
                    boolean before = Trial.current().isClosing();
                    Generator<Object, Object, Object> generator = flow.run();
                    if (Trial.current().isClosing() && !before) {
                    throw new GeneratorExit();
                    }
                    return generator == null ? Generator.returning(null) : generator;
                    }"""),
            Statement.of("""
                    @Suspendable
                    static Coroutine<Object> echo(Trial t, Object value) {
                    t.log("echo", value);
                    return Coroutine.of(await(t.at("echo", value)));
                    }"""),
            Statement.of("""
                    @Suspendable
                    static Generator<Object, Object, Object> twice(Trial t, Object value) {
                    t.log("twice", value);
                    Object sent = Generator.yield(value);
                    Generator.yield(sent);
                    return Generator.returning(value);
                    }"""));

    private Scenery() {}

    /** The class that many programs share. */
    public static String source() {
        return SourceFile.of("", CLASS_NAME, new Sequence(Sequence.Role.MEMBERS, MEMBERS));
    }

    /** The members. */
    static List<Node> members() {
        return MEMBERS;
    }
}
