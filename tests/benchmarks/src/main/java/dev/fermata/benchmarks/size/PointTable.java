package dev.fermata.benchmarks.size;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What one suspension point adds to a method: the difference between methods that have a few more of them and are the
 * same otherwise, with some variables to be kept across each.
 */
public final class PointTable {
    private static final List<Integer> LIVE = List.of(0, 1, 2, 4, 8);
    private static final int FEW = 4;
    private static final int MORE = 8;
    private static final Type OBJECT = Type.getType(Object.class);

    private PointTable() {}

    /**
     * Weaves and measures.
     *
     * @return a table of Markdown
     * @throws IOException never
     */
    public static String markdown() throws IOException {
        StringBuilder text = new StringBuilder("""
                | variables kept | `yield`, ints | `yield`, references | `await`, ints | `await`, references | class file, `yield`, references |
                | ---: | ---: | ---: | ---: | ---: | ---: |
                """);
        for (int live : LIVE) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %d | %s | %s | %s | %s | %s |%n",
                    live,
                    codePerPoint("Generator", "yield", Type.INT_TYPE, live),
                    codePerPoint("Generator", "yield", OBJECT, live),
                    codePerPoint("Coroutine", "await", Type.INT_TYPE, live),
                    codePerPoint("Coroutine", "await", OBJECT, live),
                    classPerPoint("Generator", "yield", OBJECT, live)));
        }
        return text.toString();
    }

    private static String codePerPoint(String kind, String marker, Type kept, int live) throws IOException {
        WovenSizes.Method few = method(kind, marker, kept, live, FEW).methods().get(0);
        WovenSizes.Method more =
                method(kind, marker, kept, live, MORE).methods().get(0);
        return perPoint(more.woven() - more.original() - few.woven() + few.original());
    }

    private static String classPerPoint(String kind, String marker, Type kept, int live) throws IOException {
        WovenSizes few = method(kind, marker, kept, live, FEW);
        WovenSizes more = method(kind, marker, kept, live, MORE);
        return perPoint(more.woven() - more.original() - few.woven() + few.original());
    }

    private static String perPoint(int difference) {
        return String.format(Locale.ROOT, "%.1f", (double) difference / (MORE - FEW));
    }

    /**
     * <pre>{@code
     * @Suspendable static Kind m(T v0, T v1, ...) {
     *     marker(null); marker(null); ...
     *     use(v0); use(v1); ...
     *     return null;
     * }
     * }</pre>
     */
    private static WovenSizes method(String kind, String marker, Type kept, int live, int points) throws IOException {
        String owner = "dev/fermata/" + kind;
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_SUPER, "Points", null, "java/lang/Object", null);
        String desc = "(" + kept.getDescriptor().repeat(live) + ")L" + owner + ";";
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "m", desc, null, null);
        method.visitAnnotation("Ldev/fermata/Suspendable;", true).visitEnd();
        method.visitCode();
        for (int i = 0; i < points; i++) {
            method.visitInsn(Opcodes.ACONST_NULL);
            method.visitMethodInsn(Opcodes.INVOKESTATIC, owner, marker, markerDesc(marker), true);
            method.visitInsn(Opcodes.POP);
        }
        for (int i = 0; i < live; i++) {
            method.visitVarInsn(kept.getOpcode(Opcodes.ILOAD), i);
            method.visitInsn(Opcodes.POP);
        }
        method.visitInsn(Opcodes.ACONST_NULL);
        method.visitInsn(Opcodes.ARETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
        return WovenSizes.of(writer.toByteArray());
    }

    private static String markerDesc(String marker) {
        return marker.equals("await")
                ? "(Ldev/fermata/Awaitable;)Ljava/lang/Object;"
                : "(Ljava/lang/Object;)Ljava/lang/Object;";
    }
}
