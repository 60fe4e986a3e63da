package dev.fermata.benchmarks.report;

import dev.fermata.benchmarks.size.SizeTable;
import dev.fermata.benchmarks.weaving.Corpus;
import dev.fermata.benchmarks.weaving.WeavingSpeed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What weaving costs in time and in size, of the classes that {@link Corpus} compiles. */
final class WeavingFigures {
    private static final double NANOS_PER_MICRO = 1000;

    private WeavingFigures() {}

    /** JMH's figures, those of the transformer for one class instead of for all of them. */
    static List<Figure> perClass(List<Figure> figures, Path corpus) throws IOException {
        if (figures.stream().noneMatch(WeavingFigures::isOfAllClasses)) {
            return figures;
        }
        int classes = WeavingSpeed.wovenOnesIn(corpus).size();
        return figures.stream()
                .map(figure -> isOfAllClasses(figure) ? shareOf(figure, classes) : figure)
                .toList();
    }

    private static boolean isOfAllClasses(Figure figure) {
        return figure.workload().equals(WeavingSpeed.class.getSimpleName());
    }

    private static Figure shareOf(Figure figure, int classes) {
        return Figure.of(
                figure.work(),
                figure.variant(),
                "µs",
                figure.value() / classes / NANOS_PER_MICRO,
                figure.error() == null ? null : figure.error() / classes / NANOS_PER_MICRO,
                figure.allocation() == null ? null : figure.allocation() / classes);
    }

    /** Bytes of a class of each group, before and after, on average. */
    static List<Figure> sizes(Path corpus) throws IOException {
        return SizeTable.of(corpus, Corpus.GROUPS).totals().stream()
                .flatMap(total -> Stream.of(
                        size(total.group(), "unwoven", (double) total.before() / total.classes()),
                        size(total.group(), Figure.FERMATA, (double) total.after() / total.classes())))
                .toList();
    }

    private static Figure size(String group, String variant, double bytes) {
        return Figure.of("CodeSize, " + group, variant, "bytes", bytes, null, null);
    }
}
