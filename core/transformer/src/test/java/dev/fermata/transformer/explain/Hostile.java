package dev.fermata.transformer.explain;

import java.io.IOException;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A class whose names, texts and source try to get out of the page. The JVM allows nearly any character in a name. */
final class Hostile {
    static final String ATTACK = "x\"'><script>document.title='broken'<!--";

    private Hostile() {}

    static ClassView view() throws IOException {
        ClassView view = explained("", ATTACK);
        String source =
                "first\n</script></code></div><script>document.title='broken'</script> \u202e & &lt;\n<img src=x"
                        + " onerror=\"document.title='broken'\">";
        return new ClassView(
                view.name(), "<b>" + ATTACK, SourceText.of(source), view.methods(), view.diagnostics(), ATTACK);
    }

    /** With something in the names of class and method, and something in other texts. */
    static ClassView explained(String name, String attack) throws IOException {
        return new Explainer(SourceRoots.NONE, List.of()).explain(bytes(name, attack));
    }

    private static byte[] bytes(String name, String attack) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        // JVMS 4.2.2: a method's name holds none of . ; [ / < >, a variable's and a class's some of them
        writer.visit(Opcodes.V17, Opcodes.ACC_SUPER, "a\"b'<i>" + name, null, "java/lang/Object", null);
        writer.visitSource(attack, null);
        MethodVisitor method = writer.visitMethod(
                Opcodes.ACC_STATIC,
                "m\"onclick='x'&amp" + name,
                "(Ljava/lang/Object;)Ldev/fermata/Generator;",
                null,
                null);
        method.visitAnnotation("Ldev/fermata/Suspendable;", true).visitEnd();
        method.visitCode();
        Label start = new Label();
        Label end = new Label();
        method.visitLabel(start);
        method.visitLineNumber(2, start);
        method.visitLdcInsn("</script>" + attack);
        method.visitMethodInsn(
                Opcodes.INVOKESTATIC, "dev/fermata/Generator", "yield", "(Ljava/lang/Object;)Ljava/lang/Object;", true);
        method.visitInsn(Opcodes.POP);
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitInsn(Opcodes.POP);
        method.visitInsn(Opcodes.ACONST_NULL);
        method.visitInsn(Opcodes.ARETURN);
        method.visitLabel(end);
        method.visitLocalVariable("<u>" + attack.replace("/", ""), "Ljava/lang/Object;", null, start, end, 0);
        method.visitMaxs(0, 0);
        method.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
