package dev.fermata.benchmarks.size;

import dev.fermata.benchmarks.weaving.Corpus;
import dev.fermata.transformer.WeaveResult;
import dev.fermata.transformer.Weaver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** The sizes of the corpus, group by group. */
public final class SizeTable {
    private final Map<String, List<WovenSizes>> groups = new TreeMap<>();

    private SizeTable() {}

    /**
     * Weaves and measures.
     *
     * @param corpus what {@link Corpus#compile} has written
     * @param groups the names of its groups
     * @return the sizes
     * @throws IOException if the classes cannot be read
     */
    public static SizeTable of(Path corpus, List<String> groups) throws IOException {
        SizeTable table = new SizeTable();
        for (String group : groups) {
            List<WovenSizes> sizes = new ArrayList<>();
            for (byte[] classFile : Corpus.read(corpus.resolve(group))) {
                if (new Weaver().weave(classFile) instanceof WeaveResult.Success) {
                    sizes.add(WovenSizes.of(classFile));
                }
            }
            table.groups.put(group, sizes);
        }
        return table;
    }

    /**
     * What a group of classes takes, in bytes of class files.
     *
     * @param group its name
     * @param classes how many are woven
     * @param before as javac leaves them
     * @param after woven, with their frame classes
     */
    public record Total(String group, int classes, int before, int after) {}

    /**
     * The sums of each group.
     *
     * @return them, by name
     */
    public List<Total> totals() {
        return groups.entrySet().stream()
                .map(group -> new Total(
                        group.getKey(),
                        group.getValue().size(),
                        sum(group.getValue(), WovenSizes::original),
                        sum(group.getValue(), WovenSizes::woven)))
                .toList();
    }

    /**
     * Writes every method.
     *
     * @param file the file to write
     * @throws IOException if it cannot be written
     */
    public void writeCsv(Path file) throws IOException {
        StringBuilder text = new StringBuilder(
                "group,class,class_bytes,host_bytes,frames_bytes,method,markers,code_bytes,body_bytes,stub_bytes\n");
        groups.forEach((group, classes) -> classes.forEach(type -> type.methods()
                .forEach(method -> text.append(String.format(
                        Locale.ROOT,
                        "%s,%s,%d,%d,%d,%s,%d,%d,%d,%d%n",
                        group,
                        type.name(),
                        type.original(),
                        type.host(),
                        type.frames(),
                        method.name(),
                        method.markers(),
                        method.original(),
                        method.body(),
                        method.stub())))));
        Files.writeString(file, text);
    }

    /**
     * The sums and medians of each group.
     *
     * @return two tables of Markdown
     */
    public String markdown() {
        StringBuilder text = new StringBuilder("""
                | classes of | woven | bytes before | host after | frame classes | after, in all | × before | × before, median class |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                """);
        groups.forEach((group, classes) -> text.append(classRow(group, classes)));
        text.append("""

                | methods of | woven | suspension points | code bytes before | body and stub | × before | × before, median method | added per point |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                """);
        groups.forEach((group, classes) -> text.append(methodRow(
                group, classes.stream().flatMap(type -> type.methods().stream()).toList())));
        return text.toString();
    }

    private static String classRow(String group, List<WovenSizes> classes) {
        int before = sum(classes, WovenSizes::original);
        int after = sum(classes, WovenSizes::woven);
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %.2f | %.2f |%n",
                group,
                classes.size(),
                before,
                sum(classes, WovenSizes::host),
                sum(classes, WovenSizes::frames),
                after,
                (double) after / before,
                median(classes.stream()
                        .mapToDouble(type -> (double) type.woven() / type.original())
                        .toArray()));
    }

    private static String methodRow(String group, List<WovenSizes.Method> methods) {
        int points = sum(methods, WovenSizes.Method::markers);
        int before = sum(methods, WovenSizes.Method::original);
        int after = sum(methods, WovenSizes.Method::woven);
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %.2f | %.2f | %.0f |%n",
                group,
                methods.size(),
                points,
                before,
                after,
                (double) after / before,
                median(methods.stream()
                        .mapToDouble(method -> (double) method.woven() / method.original())
                        .toArray()),
                (double) (after - before) / points);
    }

    private static <T> int sum(List<T> items, ToIntFunction<T> size) {
        return items.stream().mapToInt(size).sum();
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[(values.length - 1) / 2];
    }
}
