package dev.fermata.tests.random.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Changes code so that it can be read all the same, but makes no sense. */
final class TreeMutator {
    private static final Object[] TYPES = {
        Opcodes.TOP, Opcodes.INTEGER, Opcodes.LONG, Opcodes.NULL, Opcodes.UNINITIALIZED_THIS, "java/lang/String", "[I"
    };
    private static final int[] OPCODES = {
        Opcodes.NOP,
        Opcodes.POP,
        Opcodes.POP2,
        Opcodes.DUP,
        Opcodes.DUP2_X1,
        Opcodes.SWAP,
        Opcodes.ACONST_NULL,
        Opcodes.LCONST_0,
        Opcodes.IADD,
        Opcodes.ATHROW,
        Opcodes.ARETURN,
        Opcodes.IALOAD,
        Opcodes.MONITORENTER
    };

    private final Random random;

    TreeMutator(Random random) {
        this.random = random;
    }

    byte[] mutate(byte[] seed) {
        ClassNode host = new ClassNode();
        new ClassReader(seed).accept(host, ClassReader.EXPAND_FRAMES);
        List<MethodNode> methods =
                host.methods.stream().filter(it -> it.instructions.size() > 0).toList();
        if (methods.isEmpty()) {
            return seed;
        }
        for (int i = random.nextInt(5); i >= 0; i--) {
            mutate(methods.get(random.nextInt(methods.size())));
        }
        ClassWriter writer = new ClassWriter(0);
        host.accept(writer);
        return writer.toByteArray();
    }

    private void mutate(MethodNode method) {
        if (method.instructions.size() < 3) {
            return;
        }
        AbstractInsnNode insn = method.instructions.get(random.nextInt(method.instructions.size()));
        switch (random.nextInt(8)) {
            case 0 -> remove(method, insn);
            case 1 -> method.instructions.insert(insn, new InsnNode(OPCODES[random.nextInt(OPCODES.length)]));
            case 2 -> method.maxLocals = random.nextInt(4) == 0 ? 65_535 : random.nextInt(10);
            case 3 -> moveTry(method);
            case 4 -> retarget(method, insn);
            default -> change(method, insn);
        }
    }

    private static void remove(MethodNode method, AbstractInsnNode insn) {
        if (!(insn instanceof LabelNode)) {
            method.instructions.remove(insn);
        }
    }

    private void moveTry(MethodNode method) {
        List<LabelNode> labels = labels(method);
        if (labels.size() > 1 && !method.tryCatchBlocks.isEmpty()) {
            TryCatchBlockNode block = method.tryCatchBlocks.get(random.nextInt(method.tryCatchBlocks.size()));
            block.handler = labels.get(random.nextInt(labels.size()));
        }
    }

    private void retarget(MethodNode method, AbstractInsnNode insn) {
        List<LabelNode> labels = labels(method);
        if (insn instanceof JumpInsnNode jump) {
            jump.label = labels.get(random.nextInt(labels.size()));
        }
    }

    private static List<LabelNode> labels(MethodNode method) {
        List<LabelNode> labels = new ArrayList<>();
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof LabelNode label) {
                labels.add(label);
            }
        }
        return labels;
    }

    private void change(MethodNode method, AbstractInsnNode insn) {
        if (insn instanceof VarInsnNode variable) {
            variable.var = random.nextInt(8) == 0 ? 60_000 : random.nextInt(12);
            variable.setOpcode(random.nextBoolean() ? variable.getOpcode() : Opcodes.ILOAD + random.nextInt(5));
        } else if (insn instanceof IincInsnNode increment) {
            increment.var = random.nextInt(300);
        } else if (insn instanceof MethodInsnNode call) {
            call.desc = random.nextBoolean() ? "()V" : "(JLjava/lang/Object;D)Ljava/lang/Object;";
        } else if (insn instanceof FrameNode frame) {
            frame.local = someTypes();
            frame.stack = random.nextBoolean() ? frame.stack : someTypes();
        }
    }

    private List<Object> someTypes() {
        List<Object> types = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            types.add(TYPES[random.nextInt(TYPES.length)]);
        }
        return types;
    }
}
