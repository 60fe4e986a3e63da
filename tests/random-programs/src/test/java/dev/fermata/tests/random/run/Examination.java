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

    /** Drops the sources that the compiler rejects, and goes on with those that it has not got to. */
    private SortedMap<String, byte[]> compileWhatCompiles(Map<String, String> sources) {
        SortedMap<String, byte[]> classFiles = new TreeMap<>();
        Map<String, String> missing = new TreeMap<>(sources);
        for (; ; ) {
            try {
                classFiles.putAll(compiler.compile(missing));
                return classFiles;
            } catch (Compiler.Rejected e) {
                classFiles.putAll(e.classFiles());
                if (e.className().isEmpty()) {
                    compileOneByOne(missing, sources, classFiles);
                    return classFiles;
                }
                drop(e.className(), e, sources);
                missing.remove(e.className());
                missing.keySet()
                        .removeIf(
                                name -> !name.equals(Scenery.CLASS_NAME) && classFiles.containsKey("targets/" + name));
            }
        }
    }

    /** For a compiler that has crashed and does not say where. */
    private void compileOneByOne(
            Map<String, String> missing, Map<String, String> sources, SortedMap<String, byte[]> classFiles) {
        for (String className : missing.keySet()) {
            Map<String, String> alone = new TreeMap<>();
            alone.put(Scenery.CLASS_NAME, Scenery.source());
            alone.put(className, missing.get(className));
            try {
                classFiles.putAll(compiler.compile(alone));
            } catch (Compiler.Rejected e) {
                drop(className, e, sources);
            }
        }
    }

    private void drop(String className, Compiler.Rejected reason, Map<String, String> sources) {
        sources.remove(className);
        tally.compilersFault(compiler + ": " + className + ": " + reason.getMessage());
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
