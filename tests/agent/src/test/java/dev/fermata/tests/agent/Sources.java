package dev.fermata.tests.agent;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Java source files, to be compiled against the runtime. */
public final class Sources {
    private final List<JavaFileObject> files = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private String classPath = Artifacts.runtime().toString();

    /** Adds a file; its name is that of the class without the package, which the text tells. */
    public Sources file(String name, String text) {
        URI uri = URI.create("string:///" + name + ".java");
        files.add(new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        });
        return this;
    }

    public Sources withOptions(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    public Sources withoutRuntime() {
        classPath = "";
        return this;
    }

    /** Compiles everything into the directory and gives the directory. */
    public Path compileTo(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> arguments = new ArrayList<>(List.of("-d", directory.toString(), "-proc:none", "-g"));
        arguments.addAll(List.of("-classpath", classPath));
        arguments.addAll(options);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        if (!compiler.getTask(messages, null, null, arguments, null, files).call()) {
            throw new IllegalStateException(messages.toString());
        }
        return directory;
    }
}
