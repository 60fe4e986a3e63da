package dev.fermata.tests.random.run;

import dev.fermata.tests.random.grammar.Program;
import dev.fermata.tests.random.grammar.Scenery;
import dev.fermata.tests.random.tree.Node;
import dev.fermata.tests.random.tree.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Compiles random programs, weaves them and compares. */
public final class Examination {
    private final Compiler compiler;
    private final Weaving weaving;
    private final Tally tally;

    /**
     * Prepares it.
     *
     * @param compiler by whom
     * @param weaving the step under test
     * @param tally what to count in
     */
    public Examination(Compiler compiler, Weaving weaving, Tally tally) {
        this.compiler = compiler;
        this.weaving = weaving;
        this.tally = tally;
    }

    /**
     * Examines many programs in one go, around one scenery.
     *
     * @param programs the programs
     * @return what failed
     */
    public Map<Program, Failure> examine(List<Program> programs) {
        Map<String, String> sources = new TreeMap<>();
        programs.forEach(program -> sources.put(program.className(), program.source()));
        sources.put(Scenery.CLASS_NAME, Scenery.source());
        SortedMap<String, byte[]> classFiles = compileWhatCompiles(sources);
        CompiledPrograms compiled = new CompiledPrograms(classFiles, compiler.debug(), weaving, tally);
        Map<Program, Failure> failures = new LinkedHashMap<>();
        for (Program program : programs) {
            if (sources.containsKey(program.className())) {
                failureOf(program.className(), compiled).ifPresent(failure -> failures.put(program, failure));
            }
        }
        return failures;
    }

    /** Drops the sources that the compiler rejects, until it takes the rest. */
    private SortedMap<String, byte[]> compileWhatCompiles(Map<String, String> sources) {
        for (; ; ) {
            try {
                return compiler.compile(sources);
            } catch (Compiler.Rejected e) {
                String rejected = e.className().isEmpty() ? whatBreaksTheCompiler(sources) : e.className();
                sources.remove(rejected);
                tally.compilersFault(compiler + ": " + rejected + ": " + e.getMessage());
            }
        }
    }

    /** A compiler that crashes does not say where. */
    private String whatBreaksTheCompiler(Map<String, String> sources) {
        for (String className : sources.keySet()) {
            Map<String, String> alone = new TreeMap<>();
            alone.put(Scenery.CLASS_NAME, sources.get(Scenery.CLASS_NAME));
            alone.put(className, sources.get(className));
            try {
                compiler.compile(alone);
            } catch (Compiler.Rejected e) {
                return className;
            }
        }
        throw new AssertionError(compiler + " takes each class, but not all of them");
    }

    /**
     * Examines one class that stands by itself.
     *
     * @param members what is in it
     * @return what is wrong with it; empty also if it does not compile
     */
    public Optional<Failure> examine(Node members) {
        try {
            String source = SourceFile.of("", "Found", members);
            SortedMap<String, byte[]> classFiles = compiler.compile(Map.of("Found", source));
            return failureOf("Found", new CompiledPrograms(classFiles, compiler.debug(), weaving, tally));
        } catch (Compiler.Rejected e) {
            tally.compilersFault(compiler + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Failure> failureOf(String className, CompiledPrograms compiled) {
        try {
            return compiled.failureOf(className);
        } catch (CompilersFault e) {
            tally.compilersFault(compiler + ": " + e.getMessage());
            return Optional.empty();
        }
    }
}
