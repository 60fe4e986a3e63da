package dev.fermata.benchmarks.report;

import dev.fermata.benchmarks.peers.VirtualThreads;
import dev.fermata.benchmarks.weaving.Corpus;
import dev.fermata.benchmarks.weaving.WeavingSpeed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.VerboseMode;

/** All of JMH's benchmarks that match. One that fails does not cost the figures of the others: it is left out. */
final class JmhRun {
    private final Options options;
    private final List<LeftOut> failed = new ArrayList<>();

    private JmhRun(ChainedOptionsBuilder options) {
        this.options = options.shouldFailOnError(false).build();
    }

    /** What Fermata does at run time, and its peers. */
    static JmhRun ofWorkloads(String include, Path json, boolean quick) {
        return new JmhRun(BenchmarkRun.options(include, json.toString(), quick)
                .exclude(Pattern.quote(WeavingSpeed.class.getPackageName() + ".")));
    }

    /** What the transformer does with the corpus and with classes that do not concern it. */
    static JmhRun ofWeaving(String include, Path json, boolean quick, Path corpus) {
        String inPackage =
                "^(?=" + Pattern.quote(WeavingSpeed.class.getPackageName() + ".") + ").*?(?:" + include + ")";
        return new JmhRun(BenchmarkRun.optionsForWeaving(inPackage, json.toString(), quick)
                .jvmArgsAppend("-D" + Corpus.DIRECTORY_PROPERTY + "=" + corpus));
    }

    /** The benchmarks that match, by their qualified names. */
    Set<String> names() {
        OutputFormat silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
        return BenchmarkList.defaultList().find(silent, options.getIncludes(), options.getExcludes()).stream()
                .map(BenchmarkListEntry::getUsername)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<Figure> measure() throws RunnerException {
        Collection<RunResult> results = new Runner(options).run();
        Set<String> missing = names();
        results.forEach(result -> missing.remove(result.getParams().getBenchmark()));
        for (String name : missing) {
            String[] parts = name.split("[.]");
            failed.add(new LeftOut(parts[parts.length - 1], parts[parts.length - 2], "failed in this run"));
        }
        return JmhFigures.of(results);
    }

    /** Those that have given no figure. */
    List<LeftOut> failed() {
        return List.copyOf(failed);
    }

    /** Those that this JVM cannot run. */
    static List<LeftOut> impossible() {
        return VirtualThreads.EXIST
                ? List.of()
                : List.of(new LeftOut("virtualThreads", "all", "need JDK " + VirtualThreads.FIRST_RELEASE));
    }
}
