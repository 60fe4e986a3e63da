package dev.fermata.inspect;

import dev.fermata.loop.LoopView;
import dev.fermata.loop.TaskView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rings of tasks that wait for each other without a limit of time, so that none of them will ever go on. */
final class Deadlocks {
    private final Map<Integer, TaskView> tasks = new HashMap<>();
    private final Set<Integer> finished = new HashSet<>();
    private final List<List<TaskView>> found = new ArrayList<>();

    private Deadlocks(LoopView loop) {
        loop.tasks().forEach(task -> tasks.put(task.number(), task));
    }

    /** Each begins with the task that was spawned first; every task waits for the next, and the last for the first. */
    static List<List<TaskView>> of(LoopView loop) {
        Deadlocks deadlocks = new Deadlocks(loop);
        loop.tasks().forEach(task -> deadlocks.search(task.number()));
        return deadlocks.found;
    }

    /** Depth first, without recursion: a chain of tasks may be long. */
    private void search(int start) {
        List<Integer> path = new ArrayList<>();
        Map<Integer, Integer> placeOnPath = new HashMap<>();
        List<Integer> nextEdges = new ArrayList<>();
        enter(start, path, placeOnPath, nextEdges);
        while (!path.isEmpty()) {
            int top = path.size() - 1;
            int task = path.get(top);
            List<Integer> edges = edgesOf(task);
            int edge = nextEdges.get(top);
            if (edge == edges.size()) {
                finished.add(task);
                placeOnPath.remove(task);
                path.remove(top);
                nextEdges.remove(top);
                continue;
            }
            nextEdges.set(top, edge + 1);
            Integer next = edges.get(edge);
            if (placeOnPath.containsKey(next)) {
                add(path.subList(placeOnPath.get(next), path.size()));
            } else {
                enter(next, path, placeOnPath, nextEdges);
            }
        }
    }

    private void enter(Integer task, List<Integer> path, Map<Integer, Integer> placeOnPath, List<Integer> nextEdges) {
        if (!finished.contains(task)) {
            placeOnPath.put(task, path.size());
            path.add(task);
            nextEdges.add(0);
        }
    }

    private List<Integer> edgesOf(Integer task) {
        TaskView view = tasks.get(task);
        return view == null || view.timeLeft() != null ? List.of() : view.waitsForTasks();
    }

    private void add(List<Integer> ring) {
        int first = 0;
        for (int at = 1; at < ring.size(); at++) {
            if (ring.get(at) < ring.get(first)) {
                first = at;
            }
        }
        List<TaskView> turned = new ArrayList<>();
        for (int at = 0; at < ring.size(); at++) {
            turned.add(tasks.get(ring.get((first + at) % ring.size())));
        }
        found.add(turned);
    }
}
