package dev.fermata.inspect;

import dev.fermata.loop.LoopView;
import dev.fermata.loop.TaskView;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The tasks of a loop as trees: first those that nobody awaits, and below each the tasks that it waits for. One that several
 * wait for is told once, and named again afterwards.
 */
final class TaskTree implements BiConsumer<LoopView, List<String>> {
    /** Deeper trees are not indented further. */
    private static final int DEEPEST = 40;

    @Override
    public void accept(LoopView loop, List<String> lines) {
        new Writing(loop, lines).write();
    }

    /** What is still to be written: a task at its place. */
    private record Entry(int number, int depth) {}

    private static final class Writing {
        private final Map<Integer, TaskView> tasks = new LinkedHashMap<>();
        private final List<String> lines;
        private final Set<Integer> written = new HashSet<>();

        Writing(LoopView loop, List<String> lines) {
            loop.tasks().forEach(task -> tasks.put(task.number(), task));
            this.lines = lines;
        }

        void write() {
            for (TaskView task : tasks.values()) {
                if (task.awaitedBy().isEmpty()) {
                    writeFrom(task.number());
                }
            }
            for (TaskView task : tasks.values()) {
                if (!written.contains(task.number())) {
                    writeFrom(task.number()); // of a ring, to which no way leads
                }
            }
        }

        /** Without recursion: a chain of tasks may be long. */
        private void writeFrom(int root) {
            Deque<Entry> pending = new ArrayDeque<>();
            pending.push(new Entry(root, 0));
            while (!pending.isEmpty()) {
                Entry entry = pending.pop();
                TaskView task = tasks.get(entry.number());
                if (task != null && write(task, entry.depth())) {
                    List<Integer> below = task.waitsForTasks();
                    for (int at = below.size() - 1; at >= 0; at--) {
                        pending.push(new Entry(below.get(at), entry.depth() + 1));
                    }
                }
            }
        }

        /** False if it has been written before, with what is below it. */
        private boolean write(TaskView task, int depth) {
            String indentation = "  " + "    ".repeat(Math.min(depth, DEEPEST));
            String mark = depth == 0 ? "" : "\u2514\u2500 ";
            if (!written.add(task.number())) {
                lines.add(indentation + mark + task.name() + ", see above");
                return false;
            }
            String waitsFor = task.waitsFor() == null ? "" : " for " + task.waitsFor();
            lines.add(indentation + mark + task.name() + " (" + task.ageText() + "), " + TextReport.state(task)
                    + waitsFor);
            String below = indentation + (depth == 0 ? "  " : "     ");
            task.awaitStack().forEach(element -> lines.add(below + "at " + element));
            return true;
        }
    }
}
