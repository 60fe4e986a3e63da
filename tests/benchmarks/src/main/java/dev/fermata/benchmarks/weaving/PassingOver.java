package dev.fermata.benchmarks.weaving;

import dev.fermata.benchmarks.startup.UnrelatedClasses;
import dev.fermata.transformer.Weaver;
import java.io.IOException;
import org.objectweb.asm.ClassReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Classes that do not mention Fermata: what each of them costs until that is known. One operation is one class. */
@State(Scope.Thread)
@OperationsPerInvocation(PassingOver.CLASSES)
public class PassingOver {
    /** How many different classes there are. */
    public static final int CLASSES = 1000;

    private final byte[][] classes = new byte[CLASSES][];

    /**
     * Makes the classes.
     *
     * @throws IOException if the patterns cannot be read
     */
    @Setup
    public void make() throws IOException {
        for (int i = 0; i < CLASSES; i++) {
            classes[i] = UnrelatedClasses.classFile(i);
            if (Weaver.mentionsFermata(classes[i])) {
                throw new AssertionError("class " + i + " is not unrelated");
            }
        }
    }

    /** Looking for the package's name. */
    @Benchmark
    public void fermata(Blackhole results) {
        for (byte[] classFile : classes) {
            results.consume(Weaver.mentionsFermata(classFile));
        }
    }

    /** ASM indexes the constant pool: what an agent pays that looks at classes through it. */
    @Benchmark
    public void asmReader(Blackhole results) {
        for (byte[] classFile : classes) {
            results.consume(new ClassReader(classFile).getItemCount());
        }
    }

    /** Reading every byte once. */
    @Benchmark
    public void everyByte(Blackhole results) {
        for (byte[] classFile : classes) {
            int sum = 0;
            for (byte b : classFile) {
                sum += b;
            }
            results.consume(sum);
        }
    }
}
