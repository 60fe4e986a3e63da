package dev.fermata.tests.validation.woven;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;

/**
 * Our stack map frames against frames computed afresh from the instructions, with the class hierarchy at hand, which
 * weaving never has. Ours may say less, since a frame need not mention what nobody reads; they must not say anything
 * else, nor be missing where one is needed. One more than is needed, which compilers write too, is the JVM's to verify, and
 * so is a method with code that nothing reaches.
 */
public final class FrameComparison {
    private final TypeRules rules;

    /** Compares with the hierarchy that this loader knows. */
    public FrameComparison(ClassLoader loader) {
        this.rules = new TypeRules(loader);
    }

    /** What is wrong with the frames of a class. */
    public List<String> problems(byte[] classFile) {
        ClassNode ours = WovenMethod.read(classFile);
        ClassNode computed = WovenMethod.read(recomputed(classFile));
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < ours.methods.size(); i++) {
            compare(ours.name, ours.methods.get(i), computed.methods.get(i), problems);
        }
        return problems;
    }

    private byte[] recomputed(byte[] classFile) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected String getCommonSuperClass(String one, String other) {
                return rules.commonSuperClass(one, other);
            }
        };
        // ASM's default limits guard against hostile input; some of our methods are very long.
        writer.setComputeLimits(Integer.MAX_VALUE, Long.MAX_VALUE);
        new ClassReader(classFile).accept(writer, ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }

    private void compare(String owner, MethodNode ours, MethodNode computed, List<String> problems) {
        SortedMap<Integer, State> theirs = states(computed);
        if (theirs.isEmpty()) {
            return;
        }
        if (hasUnreachedCode(ours, reached(owner, ours))) {
            return;
        }
        states(ours).forEach((at, our) -> {
            State their = theirs.remove(at);
            if (their != null && !isWeaker(our, their)) {
                problems.add(ours.name + " at instruction " + at + ": " + our + ", computed " + their);
            }
        });
        theirs.keySet().forEach(at -> problems.add(ours.name + " at instruction " + at + ": a frame is missing"));
    }

    /** Recomputing puts other instructions in place of those that nothing reaches; then the two cannot be laid side by side. */
    private static boolean hasUnreachedCode(MethodNode method, Object[] reached) {
        for (int at = 0; at < reached.length; at++) {
            if (reached[at] == null && method.instructions.get(at).getOpcode() >= 0) {
                return true;
            }
        }
        return false;
    }

    private static Object[] reached(String owner, MethodNode method) {
        try {
            return new Analyzer<>(new BasicInterpreter()).analyze(owner, method);
        } catch (AnalyzerException e) {
            throw new AssertionError(method.name, e);
        }
    }

    private boolean isWeaker(State our, State their) {
        if (our.stack.size() != their.stack.size() || our.locals.size() > their.locals.size()) {
            return false;
        }
        for (int i = 0; i < our.stack.size(); i++) {
            if (our.stack.get(i) == Opcodes.TOP || !rules.isWeaker(our.stack.get(i), their.stack.get(i))) {
                return false;
            }
        }
        for (int i = 0; i < our.locals.size(); i++) {
            if (!rules.isWeaker(our.locals.get(i), their.locals.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** One frame: locals by slot, without unset ones at the end; an uninitialised value is the index of its NEW. */
    private record State(List<Object> locals, List<Object> stack) {
        @Override
        public String toString() {
            return locals + " " + stack;
        }
    }

    /** By index of the instruction, not counting labels, lines and frames. */
    private static SortedMap<Integer, State> states(MethodNode method) {
        Map<LabelNode, Integer> labels = new IdentityHashMap<>();
        int at = 0;
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof LabelNode label) {
                labels.put(label, at);
            }
            at += insn.getOpcode() >= 0 ? 1 : 0;
        }
        SortedMap<Integer, State> states = new TreeMap<>();
        at = 0;
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof FrameNode frame) {
                states.put(at, new State(bySlot(frame.local, labels), plain(frame.stack, labels)));
            }
            at += insn.getOpcode() >= 0 ? 1 : 0;
        }
        return states;
    }

    private static List<Object> bySlot(List<Object> locals, Map<LabelNode, Integer> labels) {
        List<Object> slots = new ArrayList<>();
        for (Object type : plain(locals, labels)) {
            slots.add(type);
            if (type == Opcodes.LONG || type == Opcodes.DOUBLE) {
                slots.add("second half of " + type);
            }
        }
        while (!slots.isEmpty() && slots.get(slots.size() - 1) == Opcodes.TOP) {
            slots.remove(slots.size() - 1);
        }
        return slots;
    }

    private static List<Object> plain(List<Object> types, Map<LabelNode, Integer> labels) {
        List<Object> plain = new ArrayList<>();
        if (types != null) {
            types.forEach(type -> plain.add(
                    type instanceof LabelNode label ? "new@" + Objects.requireNonNull(labels.get(label)) : type));
        }
        return plain;
    }
}
