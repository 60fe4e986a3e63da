package dev.fermata.benchmarks.weaving;

import dev.fermata.transformer.WeaveResult;
import dev.fermata.transformer.Weaver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jacoco.core.instr.Instrumenter;
import org.jacoco.core.runtime.OfflineInstrumentationAccessGenerator;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The classes of the corpus that have something to weave, one after the other. One operation is all of them. */
@State(Scope.Thread)
public class WeavingSpeed {
    private final Weaver weaver = new Weaver();
    private final Instrumenter jacoco = new Instrumenter(new OfflineInstrumentationAccessGenerator());
    private List<byte[]> classes;

    /**
     * Reads the classes.
     *
     * @throws IOException if they cannot be read
     */
    @Setup
    public void read() throws IOException {
        classes = wovenOnesIn(Path.of(System.getProperty(Corpus.DIRECTORY_PROPERTY)));
    }

    /**
     * The classes that weaving changes.
     *
     * @param directory what {@link Corpus#compile} has written
     * @return their class files
     * @throws IOException if they cannot be read
     */
    public static List<byte[]> wovenOnesIn(Path directory) throws IOException {
        Weaver weaver = new Weaver();
        List<byte[]> woven = new ArrayList<>(Corpus.read(directory));
        woven.removeIf(classFile -> !(weaver.weave(classFile) instanceof WeaveResult.Success));
        return woven;
    }

    /** Weaving. */
    @Benchmark
    public void fermata(Blackhole results) {
        for (byte[] classFile : classes) {
            results.consume(weaver.weave(classFile));
        }
    }

    /** ASM reads and writes, visitor to visitor, without looking. */
    @Benchmark
    public void asmVisitors(Blackhole results) {
        for (byte[] classFile : classes) {
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            new ClassReader(classFile).accept(writer, ClassReader.EXPAND_FRAMES);
            results.consume(writer.toByteArray());
        }
    }

    /** ASM reads into a tree and writes it back: what any transformer pays that has to look back and forth. */
    @Benchmark
    public void asmTree(Blackhole results) {
        for (byte[] classFile : classes) {
            ClassNode tree = new ClassNode();
            new ClassReader(classFile).accept(tree, ClassReader.EXPAND_FRAMES);
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            tree.accept(writer);
            results.consume(writer.toByteArray());
        }
    }

    /**
     * JaCoCo puts its probes in.
     *
     * @throws IOException never, for these classes
     */
    @Benchmark
    public void jacoco(Blackhole results) throws IOException {
        for (byte[] classFile : classes) {
            results.consume(jacoco.instrument(classFile, "corpus"));
        }
    }
}
