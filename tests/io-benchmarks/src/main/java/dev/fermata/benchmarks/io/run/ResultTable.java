package dev.fermata.benchmarks.io.run;

import static dev.fermata.benchmarks.report.Numbers.text;

import dev.fermata.benchmarks.report.Figure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The servers at one work with one number of connections, as a table of Markdown. */
final class ResultTable {
    private static final String HEAD = """
            | server | answers/s | ± | × Netty | CPU for one | kernel's | × Netty by CPU | p50 | p99 | p99.9 | server busy | client busy | errors |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            """;

    private ResultTable() {}

    static String of(List<Result> results) {
        Optional<Result> netty = results.stream()
                .filter(result -> result.variant().equals(Goals.NETTY))
                .findFirst();
        StringBuilder table = new StringBuilder(HEAD);
        results.forEach(result -> table.append(row(result, netty)));
        return table.toString();
    }

    private static String row(Result result, Optional<Result> netty) {
        boolean isFermata = result.variant().startsWith(Figure.FERMATA);
        return String.join(
                " | ",
                "| " + (isFermata ? "**" + result.variant() + "**" : result.variant()),
                whole(result.perSecond()),
                result.error() == null ? "" : whole(result.error()),
                netty.map(its -> text(result.timesAnswersOf(its))).orElse(""),
                micros(result.serverMicros()),
                Double.isNaN(result.kernelMicros()) ? "" : micros(result.kernelMicros()),
                netty.map(its -> text(result.timesAnswersByProcessorOf(its))).orElse(""),
                micros(result.p50()),
                micros(result.p99()),
                micros(result.p999()),
                percent(result.serverBusy()),
                result.isLimitedByClient() ? "**" + percent(result.clientBusy()) + "**" : percent(result.clientBusy()),
                result.errors() == 0 ? "0 |\n" : "**" + result.errors() + "** |\n");
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%,d", Math.round(number)).replace(',', ' ');
    }

    private static String micros(double number) {
        return (number < 1000 ? text(number) : whole(number)) + " µs";
    }

    private static String percent(double part) {
        return Double.isNaN(part) ? "" : Math.round(part * 100) + " %";
    }
}
