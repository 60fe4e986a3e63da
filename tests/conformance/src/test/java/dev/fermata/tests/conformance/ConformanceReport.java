package dev.fermata.tests.conformance;

import java.util.List;

/** Prints how each scenario compares with CPython, and how many are equal, mapped and different. */
public final class ConformanceReport {
    private int equal;
    private int mapped;
    private int different;

    private ConformanceReport() {}

    /**
     * Runs all scenarios; the exit code is 1 if a trace differs.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        ConformanceReport report = new ConformanceReport();
        for (String id : Golden.ids()) {
            System.out.println(id + " " + report.verdict(id));
        }
        System.out.println(report.equal + " equal, " + report.mapped + " mapped, " + report.different + " different");
        System.exit(report.different == 0 ? 0 : 1);
    }

    private String verdict(String id) {
        String difference;
        try {
            difference = firstDifference(Golden.lines(id), Catalogue.run(id));
        } catch (Throwable e) {
            difference = e.toString();
        }
        if (difference != null) {
            different++;
            return "different: " + difference;
        }
        String mapping = Catalogue.mapping(id);
        if (mapping.isEmpty()) {
            equal++;
            return "equal";
        }
        mapped++;
        return "mapped: " + mapping;
    }

    /** The first line in which two traces differ; null if they are equal. */
    private static String firstDifference(List<String> expected, List<String> actual) {
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            String want = lineAt(i, expected);
            String got = lineAt(i, actual);
            if (!want.equals(got)) {
                return "line " + (i + 1) + " is <" + got + "> instead of <" + want + ">";
            }
        }
        return null;
    }

    private static String lineAt(int index, List<String> lines) {
        return index < lines.size() ? lines.get(index) : "end of trace";
    }
}
