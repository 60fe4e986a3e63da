package dev.fermata.tests.random.run;

import dev.fermata.Coroutine;
import dev.fermata.tests.validation.BatchCompiler;
import dev.fermata.tests.validation.Trial;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * One way to compile, in memory.
 *
 * @param compiler the compiler
 * @param debug whether with all debug tables or with none
 */
public record Compiler(BatchCompiler compiler, boolean debug) {
    private static final List<Compiler> ALL = List.of(
            new Compiler(BatchCompiler.JAVAC, true),
            new Compiler(BatchCompiler.ECJ, false),
            new Compiler(BatchCompiler.JAVAC, false),
            new Compiler(BatchCompiler.ECJ, true));

    /** What is on the class path of the programs. */
    private static final List<File> CLASS_PATH = List.of(locationOf(Coroutine.class), locationOf(Trial.class));

    /** Kept, because opening the class path and the JDK takes longer than compiling; one thread uses each. */
    private static final ThreadLocal<Map<BatchCompiler, StandardJavaFileManager>> STANDARD_FILES =
            ThreadLocal.withInitial(Compiler::standardFiles);

    /** The compiler's answer to sources that it does not take. */
    public static final class Rejected extends Exception {
        private static final long serialVersionUID = 1L;

        private final String className;
        private final transient SortedMap<String, byte[]> classFiles;

        Rejected(String className, String message, SortedMap<String, byte[]> classFiles) {
            super(message);
            this.className = className;
            this.classFiles = classFiles;
        }

        /** What had been written by then; a class that crashes the compiler is not among it. */
        SortedMap<String, byte[]> classFiles() {
            return classFiles;
        }

        /** The class that is to blame; empty if that is not known. */
        String className() {
            return className;
        }
    }

    /**
     * The ways to compile, taken in turn.
     *
     * @param turn which
     * @return the compiler for it
     */
    public static Compiler inTurn(int turn) {
        return ALL.get(turn % ALL.size());
    }

    /**
     * Compiles.
     *
     * @param sources the sources by simple name of their class
     * @return the class files by internal name
     * @throws Rejected if the sources are no Java, or the compiler is beaten by them
     */
    public SortedMap<String, byte[]> compile(Map<String, String> sources) throws Rejected {
        JavaCompiler tool = compiler.tool();
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        MemoryFiles files = new MemoryFiles(STANDARD_FILES.get().get(compiler));
        Iterable<? extends JavaFileObject> units = SourceDirectory.write(sources, files.standard());
        StringWriter crash = new StringWriter();
        JavaCompiler.CompilationTask task = tool.getTask(crash, files, messages, options(), null, units);
        LastGenerated last = LastGenerated.by(task);
        if (!call(task, crash)) {
            throw rejected(messages.getDiagnostics(), last, crash, files.classFiles());
        }
        return files.classFiles();
    }

    private static Map<BatchCompiler, StandardJavaFileManager> standardFiles() {
        Map<BatchCompiler, StandardJavaFileManager> managers = new EnumMap<>(BatchCompiler.class);
        for (BatchCompiler compiler : BatchCompiler.values()) {
            StandardJavaFileManager manager =
                    compiler.tool().getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
            try {
                manager.setLocation(StandardLocation.CLASS_PATH, CLASS_PATH);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            managers.put(compiler, manager);
        }
        return managers;
    }

    /** Compilers crash on some programs; that is no more than a way to reject them. */
    private static boolean call(JavaCompiler.CompilationTask task, StringWriter crash) {
        try {
            return task.call();
        } catch (RuntimeException e) {
            crash.append(e.toString());
            return false;
        }
    }

    private static Rejected rejected(
            List<Diagnostic<? extends JavaFileObject>> messages,
            LastGenerated last,
            StringWriter crash,
            SortedMap<String, byte[]> written) {
        for (Diagnostic<? extends JavaFileObject> message : messages) {
            if (message.getKind() == Diagnostic.Kind.ERROR && message.getSource() != null) {
                String file = message.getSource().getName();
                String name = file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
                return new Rejected(name, message.toString(), written);
            }
        }
        return new Rejected(last.className(), "crashed: " + crash, written);
    }

    private List<String> options() {
        String release = String.valueOf(Runtime.version().feature());
        return List.of(
                "-source",
                release,
                "-target",
                release,
                debug ? "-g" : "-g:none",
                "-nowarn",
                "-proc:none",
                "-Xlint:none");
    }

    private static File locationOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toFile();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public String toString() {
        return compiler.name().toLowerCase(Locale.ROOT) + (debug ? " -g" : " -g:none");
    }
}
