package dev.fermata.benchmarks.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Works that belong together: they share a table and a chart. */
enum Family {
    GENERATORS(
            "Generators",
            "For one item.",
            "FlatGenerator",
            "FlatPrimitives",
            "ManyGenerators",
            "GeneratorPipeline",
            "PrimitivePipeline",
            "RecursiveTreeWalk",
            "DelegationDepth",
            "ShallowDelegation",
            "Permutations"),
    AWAITS(
            "Awaits",
            "Coroutines that await one another, without an event loop; for one call or one switch.",
            "ReadyAwaitChain",
            "SuspendingAwaitChain",
            "LoopSwitch",
            "AsyncPipeline"),
    LOOP(
            "Event loop",
            "For one turn, task, message, wake-up.",
            "EventLoopTurn",
            "TaskSwitch",
            "SpawnAndJoin",
            "GatherThousand",
            "AwaitDeferred",
            "ChannelRoundTrip",
            "BufferedChannel",
            "LockHandOver",
            "SleepingTasks",
            "ForeignWakeUp",
            "FanOutFanIn"),
    MEMORY(
            "Memory",
            "Bytes of heap for each of very many that are suspended, by the difference of the heap in use after collections, "
                    + "with compressed references. *MillionTasks* are tasks of two frames that wait for one promise, or sleep "
                    + "(a tenth as many for the peers). A *SuspendedGenerator* has given its first item. A "
                    + "*SuspendedCoroutine* is one frame in a chain of them, without a loop. Errors are half of the distance "
                    + "between the least and the most of several JVMs.",
            "MillionTasks",
            "SuspendedGenerator",
            "SuspendedCoroutine"),
    FIRST_CALL(
            "First call",
            "The first time in a new JVM, where everything is still interpreted: from before the class is loaded to the first "
                    + "item of a generator or to the result of a coroutine that awaits another, on a new event loop; and the "
                    + "whole JVM from start to end. Woven by the plugin in the build, or by the agent, which loads the "
                    + "transformer before the program starts. Medians, with half of the distance between the quartiles.",
            "FirstYield",
            "FirstAwait",
            "WholeJvm"),
    WEAVING(
            "Weaving",
            "What the transformer needs for a class of the test targets and examples, beside others who read and write the same "
                    + "classes, and for one that does not concern it; bytes of a group of classes before and after. More in "
                    + "[what weaving costs](../../cost-of-weaving.md).",
            "WeavingSpeed",
            "PassingOver",
            "CodeSize"),
    OTHERS("Others", "For one operation.");

    private final String title;
    private final String text;
    private final List<String> workloads;

    Family(String title, String text, String... workloads) {
        this.title = title;
        this.text = text;
        this.workloads = List.of(workloads);
    }

    /** Where a figure belongs; a workload that no family knows is one of the others. */
    static Family of(Figure figure) {
        return Arrays.stream(values())
                .filter(family -> family.workloads.contains(figure.workload()))
                .findFirst()
                .orElse(OTHERS);
    }

    String title() {
        return title;
    }

    /** What one operation is, and how it was measured. */
    String text() {
        return text;
    }

    /** The name of the chart's file. */
    String chart() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".svg";
    }

    /** Those of its figures that a report has, in the order in which the family names the workloads. */
    List<Figure> figuresIn(Report report) {
        return report.figures().stream()
                .filter(figure -> of(figure) == this)
                .sorted((a, b) -> Integer.compare(workloads.indexOf(a.workload()), workloads.indexOf(b.workload())))
                .toList();
    }
}
