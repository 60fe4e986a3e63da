package dev.fermata.benchmarks.size;

import dev.fermata.transformer.Marker;
import dev.fermata.transformer.WeaveResult;
import dev.fermata.transformer.Weaver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Sizes of one class before and after weaving, in bytes.
 *
 * @param name the internal name
 * @param original its class file
 * @param host the woven class file
 * @param frames its frame classes together
 * @param methods those that have been woven
 */
record WovenSizes(String name, int original, int host, int frames, List<Method> methods) {
    /**
     * A method, in bytes of bytecode.
     *
     * @param name name and descriptor
     * @param markers how many suspension points are written in it
     * @param original its code
     * @param body the state machine
     * @param stub what is left under its name
     */
    record Method(String name, int markers, int original, int body, int stub) {
        int woven() {
            return body + stub;
        }
    }

    private static final Pattern BODY = Pattern.compile(".*\\$co(\\d+).*");

    int woven() {
        return host + frames;
    }

    /** Weaves a class that can be woven. */
    static WovenSizes of(byte[] classFile) throws IOException {
        if (!(new Weaver().weave(classFile) instanceof WeaveResult.Success woven)) {
            throw new IllegalArgumentException("nothing to weave");
        }
        int frames =
                woven.frames().values().stream().mapToInt(frame -> frame.length).sum();
        List<Method> methods = methodsOf(classFile, woven.host());
        if (methods.size() != woven.frames().size()) {
            throw new IllegalStateException(woven.name() + ": not every frame has its method");
        }
        return new WovenSizes(woven.name(), classFile.length, woven.host().length, frames, methods);
    }

    /** Weaving copies the other methods byte for byte, so what differs is a stub; bodies are numbered in their order. */
    private static List<Method> methodsOf(byte[] classFile, byte[] host) throws IOException {
        Map<String, byte[]> before = CodeOf.methodsOf(classFile);
        Map<String, byte[]> after = CodeOf.methodsOf(host);
        Map<Integer, byte[]> bodies = new TreeMap<>();
        after.forEach((name, code) -> {
            Matcher body = BODY.matcher(name);
            if (!before.containsKey(name) && body.matches()) {
                bodies.put(Integer.valueOf(body.group(1)), code);
            }
        });
        ClassNode tree = new ClassNode();
        new ClassReader(classFile).accept(tree, ClassReader.SKIP_DEBUG);
        List<Method> methods = new ArrayList<>();
        for (Map.Entry<String, byte[]> method : before.entrySet()) {
            byte[] stub = after.get(method.getKey());
            if (!Arrays.equals(stub, method.getValue())) {
                byte[] body = bodies.get(methods.size());
                int markers = markersIn(tree, method.getKey());
                methods.add(new Method(method.getKey(), markers, method.getValue().length, body.length, stub.length));
            }
        }
        return methods;
    }

    private static int markersIn(ClassNode tree, String name) {
        MethodNode method = tree.methods.stream()
                .filter(candidate -> name.equals(candidate.name + candidate.desc))
                .findFirst()
                .orElseThrow();
        return (int) StreamSupport.stream(method.instructions.spliterator(), false)
                .filter(insn -> Marker.of(insn).isPresent())
                .count();
    }
}
