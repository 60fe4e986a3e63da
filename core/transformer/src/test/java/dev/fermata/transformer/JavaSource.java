package dev.fermata.transformer;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles a source file in memory, with the JDK's own compiler. */
public final class JavaSource {
    private final String text;

    /** A file {@code Example.java}. */
    public JavaSource(String text) {
        this.text = text;
    }

    /** The class files by name. */
    public Map<String, byte[]> compile() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        Classes classes = new Classes(compiler.getStandardFileManager(null, null, null));
        List<String> options = List.of("-g", "-proc:none", "-classpath", System.getProperty("java.class.path"));
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///Example.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        if (!compiler.getTask(messages, classes, null, options, null, List.of(source))
                .call()) {
            throw new AssertionError(messages + text);
        }
        Map<String, byte[]> result = new TreeMap<>();
        classes.written.forEach((name, bytes) -> result.put(name, bytes.toByteArray()));
        return result;
    }

    /** The one class file. */
    public byte[] compileOne() {
        return compile().get("Example");
    }

    /** What weaving all of it reports, in the order of the class names. */
    public List<Diagnostic> diagnostics(DiagnosticPolicy policy) {
        List<Diagnostic> found = new ArrayList<>();
        compile().values().forEach(bytes -> found.addAll(diagnostics(new Weaver(policy).weave(bytes))));
        return found;
    }

    /** What a result reports. */
    public static List<Diagnostic> diagnostics(WeaveResult result) {
        if (result instanceof WeaveResult.Success success) {
            return success.warnings();
        }
        if (result instanceof WeaveResult.Untouched untouched) {
            return untouched.warnings();
        }
        return ((WeaveResult.Refused) result).errors();
    }

    /** {@code CODE:line} of each place where the text says {@code // CODE}. */
    public List<String> expected() {
        List<String> expected = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int at = lines.get(i).indexOf("// FERMATA-");
            if (at >= 0) {
                String comment = lines.get(i).substring(at + 3);
                expected.add(comment.substring(0, 11) + ":" + (comment.contains("(no line)") ? 0 : i + 1));
            }
        }
        return expected;
    }

    private static final class Classes extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written = new TreeMap<>();

        Classes(JavaFileManager standard) {
            super(standard);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name.replace('.', '/')), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return written.computeIfAbsent(name, key -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
