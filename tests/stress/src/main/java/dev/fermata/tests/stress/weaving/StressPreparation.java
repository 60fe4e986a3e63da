package dev.fermata.tests.stress.weaving;

import dev.fermata.transformer.emit.StubEmitter;
import dev.fermata.transformer.validation.Findings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** A class whose methods have been copied as coroutines, ready for the weaver. */
final class StressPreparation {
    private final ClassNode host = new ClassNode(Opcodes.ASM9);
    private final StressWeaver.Mode mode;

    /** The original of each coroutine, as {@code name + " " + descriptor}, by the coroutine's name. */
    private final Map<String, String> originals = new LinkedHashMap<>();

    private int suspensionPoints;

    private StressPreparation(byte[] classFile, StressWeaver.Mode mode) {
        new ClassReader(classFile).accept(host, ClassReader.EXPAND_FRAMES);
        this.mode = mode;
    }

    /**
     * Prepares a class.
     *
     * @param excluded methods to leave alone
     */
    static StressPreparation of(byte[] classFile, StressWeaver.Mode mode, Set<String> excluded) {
        StressPreparation preparation = new StressPreparation(classFile, mode);
        preparation.prepare(excluded);
        return preparation;
    }

    static String keyOf(MethodNode method) {
        return method.name + " " + method.desc;
    }

    static boolean hasCode(MethodNode method) {
        return (method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
    }

    private void prepare(Set<String> excluded) {
        List<MethodNode> methods = new ArrayList<>();
        for (MethodNode method : host.methods) {
            if (hasCode(method) && !method.name.startsWith("<") && !excluded.contains(keyOf(method))) {
                String name = method.name + "$stress" + originals.size();
                originals.put(name, keyOf(method));
                addWoven(method, name, methods);
            } else {
                methods.add(method);
            }
        }
        host.methods = methods;
    }

    private void addWoven(MethodNode method, String name, List<MethodNode> methods) {
        MethodNode driving = mode == StressWeaver.Mode.REPLACING
                ? StubEmitter.withoutCode(method)
                : new MethodNode(
                        Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
                        name + "$driven",
                        CoroutineCopy.driverDescriptor(host, method),
                        null,
                        null);
        if (mode == StressWeaver.Mode.BESIDE) {
            methods.add(copyOf(method));
        }
        int line = Findings.firstLine(method);
        List<AbstractInsnNode> sites = SuspensionSites.of(method);
        suspensionPoints += sites.size();
        MethodNode coroutine = CoroutineCopy.of(host, method, name, sites, mode);
        DrivingMethod.emit(host, driving, coroutine, line);
        methods.add(driving);
        methods.add(coroutine);
    }

    private static MethodNode copyOf(MethodNode method) {
        MethodNode copy = new MethodNode(
                Opcodes.ASM9,
                method.access,
                method.name,
                method.desc,
                method.signature,
                method.exceptions.toArray(new String[0]));
        method.accept(copy);
        return copy;
    }

    byte[] toBytes() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS) {
            @Override
            protected String getCommonSuperClass(String one, String other) {
                throw new AssertionError("frames are not computed");
            }
        };
        writer.setComputeLimits(Integer.MAX_VALUE, Long.MAX_VALUE);
        host.accept(writer);
        return writer.toByteArray();
    }

    /** The method that a coroutine was made of; null if it is none. */
    String originalOf(String coroutine) {
        return originals.get(coroutine);
    }

    List<String> woven() {
        return List.copyOf(originals.values());
    }

    int suspensionPoints() {
        return suspensionPoints;
    }

    ClassNode host() {
        return host;
    }
}
