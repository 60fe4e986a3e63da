package dev.fermata.benchmarks.firstcall;

import dev.fermata.benchmarks.jvm.FreshJvm;
import dev.fermata.benchmarks.startup.Spread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Does each thing in a new JVM, in turn, round after round, so that what else the machine does falls on all alike. */
public final class FirstCalls {
    private final FreshJvm plain = FreshJvm.with();
    private final FreshJvm withAgent;

    private FirstCalls(FreshJvm withAgent) {
        this.withAgent = withAgent;
    }

    /**
     * What a first call costs.
     *
     * @param work what is done
     * @param variant in which way
     * @param call nanoseconds from before the class is loaded to the first item or result
     * @param jvm nanoseconds from the start of the JVM to its end
     */
    public record Cost(String work, String variant, Spread call, Spread jvm) {}

    private record Run(long call, long jvm) {}

    /**
     * Measures.
     *
     * @param root the root of the project
     * @param directory a directory to work in
     * @param agent the jar of Fermata's agent
     * @param rounds how often each is done
     * @return the cost of each
     * @throws IOException if a file cannot be read or written or a JVM not be started
     * @throws InterruptedException if this thread is, while it waits
     */
    public static List<Cost> measure(Path root, Path directory, Path agent, int rounds)
            throws IOException, InterruptedException {
        FirstCalls calls = new FirstCalls(
                new FreshJvm(List.of("-javaagent:" + agent), Unwoven.classPath(root, directory.resolve("unwoven"))));
        Map<Use, List<Run>> runs = new EnumMap<>(Use.class);
        for (Use use : Use.values()) {
            calls.run(use); // brings the files into memory; not counted
            runs.put(use, new ArrayList<>());
        }
        for (int round = 0; round < rounds; round++) {
            for (Use use : Use.values()) {
                runs.get(use).add(calls.run(use));
            }
        }
        return Arrays.stream(Use.values())
                .map(use -> new Cost(
                        use.work(),
                        use.variant(),
                        spreadOf(runs.get(use), Run::call),
                        spreadOf(runs.get(use), Run::jvm)))
                .toList();
    }

    private Run run(Use use) throws IOException, InterruptedException {
        long start = System.nanoTime();
        String said = (use.isByTheAgent() ? withAgent : plain).run(FirstUse.class, use.argument());
        return new Run(Long.parseLong(said.strip()), System.nanoTime() - start);
    }

    private static Spread spreadOf(List<Run> runs, ToLongFunction<Run> time) {
        return Spread.of(runs.stream().mapToLong(time).toArray());
    }
}
