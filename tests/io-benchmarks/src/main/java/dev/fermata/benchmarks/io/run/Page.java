package dev.fermata.benchmarks.io.run;

import dev.fermata.benchmarks.report.Environment;
import java.util.List;
import java.util.Map;

/** A run as a page of Markdown. */
final class Page {
    private final Report report;
    private final Map<Result.Place, List<Result>> places;

    private Page(Report report) {
        this.report = report;
        this.places = Result.byPlace(report.trials());
    }

    static String of(Report report) {
        Page page = new Page(report);
        StringBuilder text = new StringBuilder(page.introduction());
        text.append(PageText.GOALS).append(Goals.in(page.places));
        Work.ALL.forEach(work -> text.append(page.section(work)));
        return text.append(page.leftOut()).toString();
    }

    private String introduction() {
        Environment here = report.environment();
        Settings settings = report.settings();
        return """
                # Servers under load: a %s run

                Written by `mvn -q -Pio-benchmark verify%s`; every single measurement is in [result.json](result.json).

                - %s, JDK %s; asyncio: %s
                - %s, %d cores, %s; loopback
                - %s
                - %d × a new server and a new client, in turns; %s s of warm-up, then %s s for each number of connections, \
                of which the last %s s count; medians, *±* half of the distance between the extremes
                - JVMs with `%s`

                """.formatted(
                                report.run(),
                                options(),
                                here.date(),
                                here.jdk(),
                                report.python().isEmpty() ? "none" : report.python(),
                                here.cpu(),
                                here.cores(),
                                here.system(),
                                report.isBound()
                                        ? "one processor for the server and all of its threads, the other for the client"
                                        : "server and client share all processors",
                                settings.rounds(),
                                seconds(settings.warmUpMillis()),
                                seconds(settings.settleMillis() + settings.measureMillis()),
                                seconds(settings.measureMillis()),
                                Jvm.options())
                + PageText.EXPLANATION;
    }

    private static String seconds(int millis) {
        return millis % 1000 == 0 ? Integer.toString(millis / 1000) : Double.toString(millis / 1000.0);
    }

    private String options() {
        return switch (report.run()) {
            case "full" -> "";
            case "quick" -> " -Dquick";
            default -> " -Dwork=...";
        };
    }

    private String section(Work work) {
        StringBuilder text = new StringBuilder();
        places.forEach((place, results) -> {
            if (place.work().equals(work.title())) {
                text.append("\n### " + place + "\n\n").append(ResultTable.of(results));
            }
        });
        if (text.isEmpty()) {
            return "";
        }
        String chart = Render.chart(report, work).isEmpty()
                ? ""
                : "\n![" + work.title() + ", as times Fermata's figure](" + work.title() + ".svg)\n";
        return "\n## " + PageText.titleOf(work) + "\n" + chart + text;
    }

    private String leftOut() {
        if (report.leftOut().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("""

                ## Left out

                | server | work | why |
                | --- | --- | --- |
                """);
        report.leftOut()
                .forEach(one -> text.append("| " + one.peer() + " | " + one.work() + " | " + one.reason() + " |\n"));
        return text.toString();
    }
}
