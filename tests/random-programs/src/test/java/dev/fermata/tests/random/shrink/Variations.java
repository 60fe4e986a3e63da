package dev.fermata.tests.random.shrink;

import dev.fermata.tests.random.tree.Expression;
import dev.fermata.tests.random.tree.Node;
import dev.fermata.tests.random.tree.Sequence;
import dev.fermata.tests.random.tree.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The programs that are one step smaller than another one, large steps first. Not all of them are Java. */
final class Variations {
    private Variations() {}

    static Stream<Node> of(Node node) {
        Stream<Node> below = IntStream.range(0, node.children().size())
                .boxed()
                .flatMap(at -> of(node.children().get(at)).map(smaller -> replace(node, at, List.of(smaller))));
        return Stream.concat(here(node), below);
    }

    private static Stream<Node> here(Node node) {
        if (node instanceof Sequence sequence) {
            return Stream.concat(
                    withoutHalf(sequence),
                    IntStream.range(0, sequence.children().size()).boxed().flatMap(at -> withoutOne(sequence, at)));
        }
        return node instanceof Expression expression ? simpler(expression) : Stream.empty();
    }

    private static Stream<Node> withoutHalf(Sequence sequence) {
        List<Node> all = sequence.children();
        int half = all.size() / 2;
        return half < 2
                ? Stream.empty()
                : Stream.of(sequence.with(all.subList(half, all.size())), sequence.with(all.subList(0, half)));
    }

    /** Drops a piece, or puts the statements inside it in its place. */
    private static Stream<Node> withoutOne(Sequence sequence, int at) {
        Stream<Node> hoisted = sequence.role() == Sequence.Role.STATEMENTS
                ? blocksIn(sequence.children().get(at)).map(block -> replace(sequence, at, block.children()))
                : Stream.empty();
        return Stream.concat(Stream.of(replace(sequence, at, List.of())), hoisted);
    }

    private static Stream<Sequence> blocksIn(Node statement) {
        return statement.children().stream().flatMap(child -> {
            if (child instanceof Sequence block && block.role() == Sequence.Role.STATEMENTS) {
                return Stream.of(block);
            }
            return child instanceof Expression ? Stream.empty() : blocksIn(child);
        });
    }

    /** A constant, or an operand of the same type. */
    private static Stream<Node> simpler(Expression expression) {
        Expression simplest = expression.type().simplest();
        Stream<Node> constant =
                expression.text().length() > simplest.text().length() ? Stream.of(simplest) : Stream.empty();
        return Stream.concat(constant, operands(expression).filter(it -> isOfType(it, expression)));
    }

    private static boolean isOfType(Node operand, Expression expression) {
        return operand instanceof Expression value && value.type() == expression.type();
    }

    /** Everything inside that belongs to the same evaluation, from the outside. */
    private static Stream<Node> operands(Node node) {
        return node.children().stream()
                .filter(child -> !(child instanceof Statement))
                .flatMap(child -> Stream.concat(Stream.of(child), operands(child)));
    }

    private static Node replace(Node node, int at, List<Node> replacement) {
        List<Node> children = new ArrayList<>(node.children());
        children.remove(at);
        children.addAll(at, replacement);
        return node.with(children);
    }
}
