package dev.fermata.tests.validation.spec;

import dev.fermata.tests.validation.woven.WovenPoint;
import dev.fermata.tests.validation.woven.WovenPoint.Restored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** The vocabulary. Each word reads one kind of fact off a line; what it says must be all there is. */
enum Word {
    /** How many suspension points there are, copies included. */
    assertSuspends(facts -> List.of(String.valueOf(facts.points().size()))),
    /** Every point runs another coroutine or generator, and this many do. */
    assertDelegates(facts -> List.of(
            String.valueOf(facts.points().stream().filter(WovenPoint::delegates).count()))),
    /** At so many points what comes back is at once the result of the body. */
    assertEnds(facts -> List.of(
            String.valueOf(facts.points().stream().filter(WovenPoint::ends).count()))),
    /** The variables that every point keeps in fields, in the order of their slots; {@code ?} has no name. */
    assertSpills(facts -> same(facts, point -> kept(point.locals()).map(Restored::name))),
    /** The types of what every point keeps of the operand stack, from the bottom. */
    assertSpillsOnStack(facts ->
            same(facts, point -> point.stack().stream().map(value -> LineFacts.simpleName(value.desc())))),
    /** No point keeps anything. */
    assertSpillsNothing(facts -> same(
            facts,
            point -> Stream.concat(
                    kept(point.locals()).map(Restored::name),
                    kept(point.stack()).map(Restored::desc)))),
    /** The types of the fields in which every point keeps variables. */
    assertSpillsAs(facts ->
            same(facts, point -> kept(point.locals()).map(value -> LineFacts.simpleName(value.desc())))),
    /** The variables that every point makes null again without keeping them. */
    assertMakesNull(facts -> same(
            facts, point -> point.locals().stream().filter(Restored::isNull).map(Restored::name))),
    /** The classes whose allocation is moved behind the suspension points among the arguments. */
    assertMovesNew(facts -> List.copyOf(facts.moved()));

    private final Function<LineFacts, List<String>> facts;

    Word(Function<LineFacts, List<String>> facts) {
        this.facts = facts;
    }

    static Optional<Word> named(String name) {
        return Stream.of(values()).filter(word -> word.name().equals(name)).findFirst();
    }

    /** What is the case. */
    List<String> read(LineFacts line) {
        return facts.apply(line);
    }

    private static Stream<Restored> kept(List<Restored> values) {
        return values.stream().filter(value -> !value.isNull());
    }

    /** What holds for every point of a line; if they differ, all that there is. */
    private static List<String> same(LineFacts facts, Function<WovenPoint, Stream<String>> fact) {
        if (facts.points().isEmpty()) {
            return List.of("no suspension point");
        }
        List<List<String>> different = new ArrayList<>();
        for (WovenPoint point : facts.points()) {
            List<String> found = fact.apply(point).toList();
            if (!different.contains(found)) {
                different.add(found);
            }
        }
        return different.size() == 1 ? different.get(0) : List.copyOf(new TreeSet<>(texts(different)));
    }

    private static List<String> texts(List<List<String>> lists) {
        return lists.stream().map(List::toString).toList();
    }
}
