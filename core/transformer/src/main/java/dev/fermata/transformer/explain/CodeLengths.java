package dev.fermata.transformer.explain;

import dev.fermata.transformer.ClassFile;
import dev.fermata.transformer.RuntimeNames;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;

/** The length in bytes of the code of each method of a class file. ASM tells it only of what it writes. */
final class CodeLengths {
    private final Map<String, LabelNode> ends = new HashMap<>();

    CodeLengths(byte[] classFile) {
        ClassReader reader = ClassFile.readerOf(classFile);
        ClassNode node = new ClassNode(RuntimeNames.ASM);
        reader.accept(node, ClassReader.EXPAND_FRAMES);
        for (MethodNode method : node.methods) {
            LabelNode end = new LabelNode();
            method.instructions.add(end);
            ends.put(method.name + method.desc, end);
        }
        // With the constants where they were: how far down one stands decides between short and long instructions.
        node.accept(new ClassWriter(reader, 0));
    }

    int of(String method, String descriptor) {
        return ends.get(method + descriptor).getLabel().getOffset();
    }
}
