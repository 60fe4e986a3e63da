package dev.fermata.transformer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.commons.SerialVersionUIDAdder;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Writes a class with some methods replaced; all others are copied byte for byte. */
final class MemberReplacer extends ClassVisitor {
    /** By name and descriptor. */
    private final Map<String, MethodNode> replacements;

    private final List<MethodNode> additions;
    private final List<String> frames;

    private MemberReplacer(
            ClassVisitor next, Map<String, MethodNode> replacements, List<MethodNode> additions, List<String> frames) {
        super(RuntimeNames.ASM, next);
        this.replacements = replacements;
        this.additions = additions;
        this.frames = frames;
    }

    /**
     * Weaves a host.
     *
     * @param stubs what replaces methods, by name and descriptor
     * @param bodies what is added
     * @param frames internal names of the frame classes, for the annotation
     */
    static byte[] weave(
            ClassReader reader,
            ClassNode host,
            Map<String, MethodNode> stubs,
            List<MethodNode> bodies,
            List<String> frames) {
        ClassWriter writer = new HierarchyFreeWriter(reader);
        MemberReplacer replacer = new MemberReplacer(writer, stubs, bodies, frames);
        reader.accept(
                SerialVersion.mayMatter(host) ? new OriginalSerialVersion(replacer) : replacer,
                ClassReader.EXPAND_FRAMES);
        return writer.toByteArray();
    }

    /** Replaces methods without declaring the class woven. */
    static byte[] replace(ClassReader reader, Map<String, MethodNode> replacements) {
        ClassWriter writer = new HierarchyFreeWriter(reader);
        reader.accept(
                new MemberReplacer(writer, replacements, List.of(), new ArrayList<>()), ClassReader.EXPAND_FRAMES);
        return writer.toByteArray();
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String desc, String signature, String[] exceptions) {
        MethodNode replacement = replacements.get(name + desc);
        if (replacement == null) {
            return super.visitMethod(access, name, desc, signature, exceptions);
        }
        replacement.accept(cv);
        return null;
    }

    @Override
    public void visitEnd() {
        additions.forEach(addition -> addition.accept(cv));
        if (!frames.isEmpty()) {
            AnnotationVisitor woven = cv.visitAnnotation(RuntimeNames.WOVEN, false);
            woven.visit(RuntimeNames.WOVEN_FORMAT_ELEMENT, RuntimeNames.WOVEN_FORMAT);
            AnnotationVisitor names = woven.visitArray(RuntimeNames.WOVEN_FRAMES_ELEMENT);
            frames.forEach(frame -> names.visit(null, frame));
            names.visitEnd();
            woven.visitEnd();
        }
        super.visitEnd();
    }

    /** Copies what is not replaced, and never needs to know how classes are related. */
    private static final class HierarchyFreeWriter extends ClassWriter {
        HierarchyFreeWriter(ClassReader reader) {
            super(reader, ClassWriter.COMPUTE_MAXS);
            // ASM's default limits guard against hostile input. A long method with a jump of more than 32 KB, which ASM
            // widens by reading the class once more, goes beyond them.
            setComputeLimits(Integer.MAX_VALUE, Long.MAX_VALUE);
        }

        @Override
        protected String getCommonSuperClass(String one, String other) {
            throw new AssertionError("weaving must not depend on the class hierarchy");
        }
    }

    /**
     * Declares the serial version that the class had before bodies were added: the default one counts non-private
     * methods, synthetic ones included (Java Object Serialization Specification 4.6).
     */
    private static final class OriginalSerialVersion extends SerialVersionUIDAdder {
        OriginalSerialVersion(ClassVisitor next) {
            super(RuntimeNames.ASM, next);
        }
    }
}
