package dev.fermata.benchmarks.report;

import java.util.List;

/** A run as a page of Markdown. */
final class Page {
    private final Report report;

    private Page(Report report) {
        this.report = report;
    }

    static String of(Report report) {
        Page page = new Page(report);
        StringBuilder text = new StringBuilder(page.introduction());
        text.append("\n## Goals\n\n").append(GoalTable.of(Goals.in(report)));
        for (Family family : Family.values()) {
            List<Figure> figures = family.figuresIn(report);
            if (!figures.isEmpty()) {
                text.append(section(family, figures));
            }
        }
        return text.append(page.leftOut()).toString();
    }

    private String introduction() {
        Environment here = report.environment();
        return """
                # Benchmarks: a %s run

                Written by `mvn -q -Pbenchmark verify%s`; the numbers are in [result.json](result.json).

                - %s, JDK %s
                - %s, %d cores, %s
                - JMH: %s (the transformer: %s); each figure is a mean, its error half of a 99.9 %% confidence interval
                - *× Fermata* and *× hand-written* are how many times the figure of Fermata's best variant, or of the one written \
                by hand, in the same work; less is better
                - all variants of a work give the same result, which a test checks; asyncio, memory and first calls check their own
                """.formatted(
                        report.run(),
                        options(),
                        here.date(),
                        here.jdk(),
                        here.cpu(),
                        here.cores(),
                        here.system(),
                        report.settings(),
                        report.weavingSettings());
    }

    private String options() {
        return switch (report.run()) {
            case "full" -> "";
            case "quick" -> " -Dquick";
            default -> " -Dworkload=...";
        };
    }

    private static String section(Family family, List<Figure> figures) {
        String chart = RatioChart.svg(family.title(), figures).isEmpty()
                ? ""
                : "![" + family.title() + ", as times Fermata's figure](" + family.chart() + ")\n\n";
        return "\n## " + family.title() + "\n\n" + family.text() + "\n\n" + chart + FigureTable.of(figures);
    }

    private String leftOut() {
        if (report.leftOut().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("""

                ## Left out

                | peer | work | why |
                | --- | --- | --- |
                """);
        report.leftOut()
                .forEach(one -> text.append("| " + one.peer() + " | " + one.work() + " | " + one.reason() + " |\n"));
        return text.toString();
    }
}
