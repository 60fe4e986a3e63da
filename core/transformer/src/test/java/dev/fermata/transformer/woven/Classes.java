package dev.fermata.transformer.woven;

import dev.fermata.transformer.WeaveResult;
import dev.fermata.transformer.Weaver;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Class files to be woven and loaded.
 *
 * @param files by internal name
 */
public record Classes(SortedMap<String, byte[]> files) {
    /** Compiles source texts, one top level class each. */
    public static Classes compile(String... sources) {
        return compile(List.of("-g"), sources);
    }

    static Classes compile(List<String> options, String... sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<JavaFileObject> units = new ArrayList<>();
        for (String source : sources) {
            units.add(new Source(units.size(), source));
        }
        try (ClassFilesInMemory output = new ClassFilesInMemory(compiler.getStandardFileManager(null, null, null))) {
            List<String> arguments = new ArrayList<>(options);
            arguments.addAll(List.of("-proc:none", "-classpath", ClassFilesInMemory.runtime()));
            if (!compiler.getTask(messages, output, null, arguments, null, units)
                    .call()) {
                throw new IllegalArgumentException(messages.toString());
            }
            return new Classes(output.classFiles());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Classes of(String name, byte[] classFile) {
        return new Classes(new TreeMap<>(Map.of(name, classFile)));
    }

    /** What weaving makes of them; nothing may be refused. */
    Classes woven() {
        SortedMap<String, byte[]> woven = new TreeMap<>();
        files.forEach((name, bytes) -> {
            WeaveResult result = new Weaver().weave(bytes);
            woven.put(name, bytes);
            if (result instanceof WeaveResult.Success success) {
                woven.put(name, success.host());
                woven.putAll(success.frames());
            } else if (result instanceof WeaveResult.Refused refused) {
                throw new AssertionError(refused.errors().toString());
            }
        });
        return new Classes(woven);
    }

    byte[] get(String name) {
        return files.get(name);
    }

    /** The only frame class. */
    String frameName() {
        List<String> frames =
                files.keySet().stream().filter(name -> name.contains("$$")).toList();
        if (frames.size() != 1) {
            throw new AssertionError(frames.toString());
        }
        return frames.get(0);
    }

    /** A source text; javac does not mind that its name is not that of the class as long as the class is not public. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(int number, String text) {
            super(URI.create("string:///Source" + number + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
