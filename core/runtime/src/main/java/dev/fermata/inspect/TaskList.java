package dev.fermata.inspect;

import dev.fermata.loop.LoopView;
import dev.fermata.loop.TaskView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** The tasks of a loop as a table, each followed by the stack on which it waits. */
final class TaskList implements BiConsumer<LoopView, List<String>> {
    /** Thousands may await the same task. */
    private static final int FEW = 5;

    /** One long name does not move the columns of all the others. */
    private static final int WIDEST = 40;

    private static final List<String> TITLES = List.of("TASK", "STATE", "AGE", "AWAITED BY", "WAITS FOR");

    @Override
    public void accept(LoopView loop, List<String> lines) {
        if (loop.tasks().isEmpty()) {
            return;
        }
        Map<Integer, String> names = new HashMap<>();
        loop.tasks().forEach(task -> names.put(task.number(), task.name()));
        List<List<String>> rows = new ArrayList<>();
        rows.add(TITLES);
        loop.tasks().forEach(task -> rows.add(row(task, names)));
        int[] widths = widths(rows);
        lines.add(line(TITLES, widths));
        for (int at = 0; at < loop.tasks().size(); at++) {
            lines.add(line(rows.get(at + 1), widths));
            loop.tasks().get(at).awaitStack().forEach(element -> lines.add("      at " + element));
        }
    }

    private static List<String> row(TaskView task, Map<Integer, String> names) {
        String awaitedBy = task.awaitedBy().stream()
                .limit(FEW)
                .map(number -> names.getOrDefault(number, "task-" + number))
                .collect(Collectors.joining(", "));
        int more = task.awaitedBy().size() - FEW;
        return List.of(
                task.name(),
                TextReport.state(task),
                task.ageText(),
                awaitedBy.isEmpty() ? "nobody" : more > 0 ? awaitedBy + " and " + more + " more" : awaitedBy,
                task.waitsFor() == null ? "" : task.waitsFor());
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[TITLES.size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(
                        widths[column], Math.min(WIDEST, row.get(column).length()));
            }
        }
        return widths;
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            line.append("  ")
                    .append(row.get(column))
                    .append(" "
                            .repeat(Math.max(0, widths[column] - row.get(column).length())));
        }
        return line.toString().stripTrailing();
    }
}
