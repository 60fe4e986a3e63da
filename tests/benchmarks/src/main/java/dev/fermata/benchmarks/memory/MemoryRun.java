package dev.fermata.benchmarks.memory;

import dev.fermata.benchmarks.jvm.FreshJvm;
import dev.fermata.benchmarks.peers.KotlinManyTasks;
import dev.fermata.benchmarks.peers.VirtualThreads;
import dev.fermata.benchmarks.size.MillionTasks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the programs that measure memory, each in JVMs of its own. */
public final class MemoryRun {
    private static final Pattern LINE = Pattern.compile("(.+): (-?[0-9.]+) bytes each");

    private MemoryRun() {}

    /**
     * What one of many takes.
     *
     * @param work what it is in the middle of
     * @param variant how it is made
     * @param bytes of heap
     */
    public record Sample(String work, String variant, double bytes) {}

    /**
     * Measures everything once.
     *
     * @return one sample for each work and variant
     * @throws IOException if a JVM cannot be started
     * @throws InterruptedException if this thread is, while it waits
     */
    public static List<Sample> measure() throws IOException, InterruptedException {
        FreshJvm jvm = FreshJvm.with("-Xmx2g");
        List<Sample> samples = new ArrayList<>();
        read(samples, "MillionTasks, ", "fermata", jvm.run(MillionTasks.class));
        read(samples, "MillionTasks, ", "kotlin", jvm.run(KotlinManyTasks.class));
        if (VirtualThreads.EXIST) {
            read(samples, "MillionTasks, ", "virtualThreads", jvm.run(ManyThreads.class));
        }
        for (Suspended way : Suspended.values()) {
            read(samples, "", way.variant(), jvm.run(SuspendedThings.class, way.name()));
        }
        return samples;
    }

    private static void read(List<Sample> samples, String prefix, String variant, String output) {
        Matcher lines = LINE.matcher(output);
        while (lines.find()) {
            samples.add(new Sample(prefix + lines.group(1), variant, Double.parseDouble(lines.group(2))));
        }
    }
}
