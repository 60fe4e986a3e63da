package dev.fermata.tests.speed;

import java.io.IOException;
import java.io.InputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** Loads a second copy of the runtime and of the woven work, in which every basic block counts its instructions. */
final class CountingLoader extends ClassLoader {
    private static final String COUNTER = Counter.class.getName();

    CountingLoader() {
        super(CountingLoader.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("dev.fermata.") || name.equals(COUNTER)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : counting(name);
        }
    }

    private Class<?> counting(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            ClassNode tree = new ClassNode();
            new ClassReader(in).accept(tree, 0);
            for (MethodNode method : tree.methods) {
                countIn(method, Counter.register(tree.name + "." + method.name));
            }
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            tree.accept(writer);
            byte[] bytes = writer.toByteArray();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private static void countIn(MethodNode method, int number) {
        AbstractInsnNode first = null;
        int length = 0;
        for (AbstractInsnNode insn : method.instructions.toArray()) {
            if (insn.getOpcode() >= 0) {
                first = first == null ? insn : first;
                length++;
            }
            if (first != null && (insn instanceof LabelNode || endsBlock(insn))) {
                if (first.getOpcode() == Opcodes.NEW) { // a stack map may name it by the label in front of it
                    method.instructions.insert(first, count(number, length));
                } else {
                    method.instructions.insertBefore(first, count(number, length));
                }
                first = null;
                length = 0;
            }
        }
    }

    private static boolean endsBlock(AbstractInsnNode insn) {
        int opcode = insn.getOpcode();
        return insn instanceof JumpInsnNode
                || insn instanceof TableSwitchInsnNode
                || insn instanceof LookupSwitchInsnNode
                || opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN
                || opcode == Opcodes.ATHROW;
    }

    private static InsnList count(int number, int length) {
        InsnList code = new InsnList();
        code.add(new LdcInsnNode(number));
        code.add(new LdcInsnNode(length));
        code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, COUNTER.replace('.', '/'), "count", "(II)V", false));
        return code;
    }
}
