package dev.fermata.tests.stress.weaving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.tests.stress.driver.StressDriver;
import dev.fermata.tests.stress.weaving.StressResult.Reason;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The stress mode itself: it weaves what it can and changes nothing that can be seen. */
class StressWeaverTest {
    @Test
    void a_woven_class_does_what_it_did_and_is_suspended_on_the_way() throws Exception {
        StressResult result = new StressWeaver().weave(sample(), name -> null);
        long before = StressDriver.suspensions();
        Supplier<?> woven = (Supplier<?>) define(result.classes())
                .loadClass(Sample.class.getName())
                .getConstructor()
                .newInstance();
        assertEquals(new Sample().get(), woven.get());
        assertTrue(StressDriver.suspensions() - before > 100);
    }

    @Test
    void a_class_with_its_coroutines_beside_it_runs_none_of_them() throws Exception {
        StressResult result = new StressWeaver(StressWeaver.Mode.BESIDE).weave(sample(), name -> null);
        long before = StressDriver.suspensions();
        Supplier<?> plain = (Supplier<?>) define(result.classes())
                .loadClass(Sample.class.getName())
                .getConstructor()
                .newInstance();
        assertEquals(new Sample().get(), plain.get());
        assertEquals(before, StressDriver.suspensions());
    }

    @Test
    void all_methods_are_woven_but_constructors_and_initialisers() throws Exception {
        StressResult result = new StressWeaver().weave(sample(), name -> null);
        assertTrue(result.woven().containsAll(List.of("get ()Ljava/lang/String;", "locked ()Z", "fibonacci (I)I")));
        assertTrue(result.woven().stream().anyMatch(method -> method.startsWith("lambda$")));
        assertEquals(
                Map.of("<init> ()V", Reason.CONSTRUCTOR, "<clinit> ()V", Reason.INITIALISER),
                Map.of(
                        "<init> ()V", result.leftAlone().get("<init> ()V").reason(),
                        "<clinit> ()V", result.leftAlone().get("<clinit> ()V").reason()));
        assertEquals(2, result.leftAlone().size());
    }

    @Test
    void signatures_stay_as_they_were() throws Exception {
        ClassLoader loader =
                define(new StressWeaver().weave(sample(), name -> null).classes());
        Class<?> woven = loader.loadClass(Sample.class.getName());
        assertEquals(
                signaturesOf(Sample.class).toList(),
                signaturesOf(woven).filter(text -> !text.contains("$stress")).toList());
    }

    @Test
    void a_method_that_is_too_large_is_left_alone_and_the_others_are_woven() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_SUPER, "demo/Long", null, "java/lang/Object", null);
        addCalls(writer, "small", 3);
        addCalls(writer, "large", 9_000);
        addCalls(writer, "larger", 21_000);
        StressResult result = new StressWeaver().weave(writer.toByteArray(), name -> null);
        assertEquals(List.of("small ()V"), result.woven());
        assertEquals(Reason.TOO_LARGE, result.leftAlone().get("large ()V").reason());
        assertEquals(Reason.TOO_LARGE, result.leftAlone().get("larger ()V").reason());
    }

    /** Compilers before Java 6 made subroutines of finally blocks, and no stack map frames. */
    @Test
    void a_subroutine_of_an_old_compiler_is_inlined_and_woven() throws Exception {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V1_4, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, "demo/Old", null, "java/lang/Object", null);
        MethodVisitor code = writer.visitMethod(
                Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "get", "(Ljava/lang/Object;)Ljava/lang/String;", null, null);
        Label subroutine = new Label();
        code.visitCode();
        code.visitJumpInsn(Opcodes.JSR, subroutine);
        code.visitJumpInsn(Opcodes.JSR, subroutine);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/Object", "toString", "()Ljava/lang/String;", false);
        code.visitInsn(Opcodes.ARETURN);
        code.visitLabel(subroutine);
        code.visitVarInsn(Opcodes.ASTORE, 1);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/Object", "toString", "()Ljava/lang/String;", false);
        code.visitVarInsn(Opcodes.ASTORE, 0);
        code.visitVarInsn(Opcodes.RET, 1);
        code.visitMaxs(0, 0);
        code.visitEnd();
        StressResult result = new StressWeaver().weave(writer.toByteArray(), name -> null);
        assertEquals(List.of("get (Ljava/lang/Object;)Ljava/lang/String;"), result.woven());
        Class<?> woven = define(result.classes()).loadClass("demo.Old");
        assertEquals("42", woven.getMethod("get", Object.class).invoke(null, 42));
    }

    private static Stream<String> signaturesOf(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .map(Method::toGenericString)
                .sorted();
    }

    private static void addCalls(ClassWriter writer, String name, int calls) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, name, "()V", null, null);
        code.visitCode();
        for (int i = 0; i < calls; i++) {
            code.visitMethodInsn(Opcodes.INVOKESTATIC, "demo/Other", "call", "()V", false);
        }
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private static byte[] sample() throws Exception {
        try (InputStream in = Sample.class.getResourceAsStream("Sample.class")) {
            return in.readAllBytes();
        }
    }

    private static ClassLoader define(Map<String, byte[]> classes) {
        return new ClassLoader(StressWeaverTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                byte[] bytes = classes.get(name.replace('.', '/'));
                if (bytes == null) {
                    return super.loadClass(name, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : defineClass(name, bytes, 0, bytes.length);
            }
        };
    }
}
