package dev.fermata.tests.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.analysis.ILine;

/** What one report says otherwise than another, as lines of text. */
final class Differences {
    private final Coverage twin;
    private final Coverage report;

    Differences(Coverage twin, Coverage report) {
        this.twin = twin;
        this.report = report;
    }

    /** In every number. */
    List<String> all() {
        List<String> all = new ArrayList<>();
        for (String program : Programs.NAMES) {
            all.addAll(inLines(program, Differences::exactly));
            all.addAll(inClasses(program, Differences::exactly));
        }
        return all;
    }

    /** In what is seen of lines: the colour and the branches. */
    List<String> seen() {
        List<String> seen = new ArrayList<>();
        for (String program : Programs.NAMES) {
            seen.addAll(inLines(program, Differences::looks));
        }
        return seen;
    }

    /** In which classes there are, and how many methods and branches they have. */
    List<String> counted() {
        List<String> counted = new ArrayList<>();
        for (String program : Programs.NAMES) {
            counted.addAll(inClasses(program, Differences::methodsAndBranches));
        }
        return counted;
    }

    /** What is told of a line or class. */
    private interface Telling<T> {
        String of(T covered);
    }

    private static String exactly(ILine line) {
        return looks(line) + ", instructions " + Show.ratio(line.getInstructionCounter());
    }

    private static String looks(ILine line) {
        String branches = Show.ratio(line.getBranchCounter());
        return Show.status(line) + (branches.equals("0/0") ? "" : ", branches " + branches);
    }

    private static String exactly(IClassCoverage type) {
        return methodsAndBranches(type) + ", lines " + Show.ratio(type.getLineCounter()) + ", instructions "
                + Show.ratio(type.getInstructionCounter()) + ", complexity "
                + Show.ratio(type.getComplexityCounter());
    }

    private static String methodsAndBranches(IClassCoverage type) {
        return "methods " + Show.ratio(type.getMethodCounter()) + ", branches " + Show.ratio(type.getBranchCounter());
    }

    private List<String> inLines(String program, Telling<ILine> telling) {
        String file = program + ".java";
        List<String> source = Programs.lines(program);
        SortedMap<Integer, ILine> before = twin.linesOf(file);
        SortedMap<Integer, ILine> after = report.linesOf(file);
        SortedSet<Integer> numbers = new TreeSet<>(before.keySet());
        numbers.addAll(after.keySet());
        List<String> found = new ArrayList<>();
        for (int number : numbers) {
            String text = program + ": " + source.get(number - 1).strip();
            add(found, text, before.get(number), after.get(number), telling);
        }
        return found;
    }

    private List<String> inClasses(String program, Telling<IClassCoverage> telling) {
        SortedMap<String, IClassCoverage> before = twin.classesIn(program + ".java");
        SortedMap<String, IClassCoverage> after = report.classesIn(program + ".java");
        SortedSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        List<String> found = new ArrayList<>();
        for (String name : names) {
            add(found, name, before.get(name), after.get(name), telling);
        }
        return found;
    }

    private static <T> void add(List<String> found, String what, T before, T after, Telling<T> telling) {
        String was = before == null ? "not there" : telling.of(before);
        String is = after == null ? "not there" : telling.of(after);
        if (!was.equals(is)) {
            found.add(was + " -> " + is + " | " + what);
        }
    }
}
