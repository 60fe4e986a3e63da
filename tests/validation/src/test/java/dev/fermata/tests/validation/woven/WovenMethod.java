package dev.fermata.tests.validation.woven;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * A suspendable method before and after.
 *
 * @param host the class after weaving
 * @param original the method as it was
 * @param stub what stands in its place
 * @param body its state machine
 * @param frame the frame class
 */
public record WovenMethod(ClassNode host, MethodNode original, MethodNode stub, MethodNode body, ClassNode frame) {
    /** Finds the woven methods of all classes, given the class files by internal name before and after. */
    public static List<WovenMethod> in(Map<String, byte[]> inputs, Map<String, byte[]> woven) {
        List<WovenMethod> found = new ArrayList<>();
        inputs.forEach((name, input) -> found.addAll(of(input, woven.get(name), woven)));
        return found;
    }

    /** Finds the woven methods of one class, given the bytes before and after and the frame classes. */
    public static List<WovenMethod> of(byte[] input, byte[] woven, Map<String, byte[]> frames) {
        ClassNode before = read(input);
        ClassNode host = read(woven);
        List<WovenMethod> found = new ArrayList<>();
        for (MethodNode stub : host.methods) {
            frameMadeBy(stub).map(frames::get).map(WovenMethod::read).ifPresent(frame -> {
                MethodNode original = named(before.methods, stub.name, stub.desc);
                found.add(new WovenMethod(host, original, stub, bodyOf(frame, host), frame));
            });
        }
        return found;
    }

    /** A class with its frames expanded. */
    static ClassNode read(byte[] classFile) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, ClassReader.EXPAND_FRAMES);
        return node;
    }

    /** A stub starts by making a frame; the two dollars tell its class from what compilers name. */
    private static Optional<String> frameMadeBy(MethodNode method) {
        return first(method)
                .filter(insn -> insn.getOpcode() == Opcodes.NEW)
                .map(insn -> ((TypeInsnNode) insn).desc)
                .filter(type -> type.contains("$$"));
    }

    private static Optional<AbstractInsnNode> first(MethodNode method) {
        for (AbstractInsnNode insn : method.instructions) {
            if (insn.getOpcode() >= 0) {
                return Optional.of(insn);
            }
        }
        return Optional.empty();
    }

    private static MethodNode bodyOf(ClassNode frame, ClassNode host) {
        MethodNode step = named(frame.methods, "step", "(Ljava/lang/Object;I)Ljava/lang/Object;");
        for (AbstractInsnNode insn : step.instructions) {
            if (insn instanceof MethodInsnNode call && call.owner.equals(host.name)) {
                return named(host.methods, call.name, call.desc);
            }
        }
        throw new AssertionError(frame.name + " calls no body");
    }

    private static MethodNode named(Collection<MethodNode> methods, String name, String desc) {
        return methods.stream()
                .filter(method -> method.name.equals(name) && method.desc.equals(desc))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + name + desc));
    }

    /** The points at which the body can stop. */
    public List<WovenPoint> points() {
        return PointReader.read(this);
    }

    @Override
    public String toString() {
        return host.name + "." + original.name + original.desc;
    }
}
