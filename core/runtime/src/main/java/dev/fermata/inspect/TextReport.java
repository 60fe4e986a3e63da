package dev.fermata.inspect;

import dev.fermata.loop.LoopView;
import dev.fermata.loop.TaskView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** What is said of each loop, as text; the tasks in the middle are somebody else's. */
final class TextReport {
    private static final int MOST_RINGS = 20;

    private final List<String> lines = new ArrayList<>();

    private TextReport() {}

    static String of(List<LoopView> loops, BiConsumer<LoopView, List<String>> tasks) {
        TextReport report = new TextReport();
        if (loops.isEmpty()) {
            report.lines.add("no event loop is open");
        }
        for (LoopView loop : loops) {
            if (!report.lines.isEmpty()) {
                report.lines.add("");
            }
            report.addHeader(loop);
            tasks.accept(loop, report.lines);
            report.addDeadlocks(Deadlocks.of(loop));
        }
        return report.text();
    }

    /** Names may hold anything, and must not break a line or steer the terminal. */
    private String text() {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            for (int at = 0; at < line.length(); at++) {
                char character = line.charAt(at);
                text.append(Character.isISOControl(character) ? ' ' : character);
            }
            text.append('\n');
        }
        return text.toString();
    }

    private void addHeader(LoopView loop) {
        String where = loop.thread() == null ? "" : " on thread " + loop.thread();
        lines.add("loop " + loop.number() + where + ", " + loop.state().name().toLowerCase(Locale.ROOT) + ": "
                + count(loop.statistics().tasks(), "task") + ", "
                + loop.statistics().ready() + " ready, "
                + count(loop.statistics().timers(), "timer"));
        if (!loop.threadStack().isEmpty()) {
            lines.add("  it does not answer; its thread is at");
            loop.threadStack().forEach(element -> lines.add("      at " + element));
        }
    }

    /** Of thousands that are caught in the same few, as the children of a group that await its owner, some are enough. */
    private void addDeadlocks(List<List<TaskView>> rings) {
        rings.stream().limit(MOST_RINGS).forEach(this::addDeadlock);
        if (rings.size() > MOST_RINGS) {
            lines.add("");
            lines.add("  and " + (rings.size() - MOST_RINGS) + " deadlocks more");
        }
    }

    private void addDeadlock(List<TaskView> ring) {
        List<String> names = ring.stream().map(TaskView::name).collect(Collectors.toList());
        names.add(ring.get(0).name());
        lines.add("");
        lines.add("  deadlock: " + String.join(" -> ", names));
        for (TaskView task : ring) {
            lines.add("    " + task.name() + " waits for " + task.waitsFor()
                    + (task.awaitStack().isEmpty()
                            ? ""
                            : " at " + task.awaitStack().get(0)));
        }
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** The state, and whether somebody wants the task to stop. */
    static String state(TaskView task) {
        String state = task.state().name().toLowerCase(Locale.ROOT);
        return task.cancelRequests() == 0 ? state : state + ", cancelling";
    }
}
