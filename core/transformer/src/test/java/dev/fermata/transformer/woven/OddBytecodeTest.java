package dev.fermata.transformer.woven;

import static dev.fermata.transformer.woven.HandMade.box;
import static dev.fermata.transformer.woven.HandMade.boxLong;
import static dev.fermata.transformer.woven.HandMade.end;
import static dev.fermata.transformer.woven.HandMade.yieldText;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Valid code of shapes that javac does not make, but that other compilers and optimisers do. */
class OddBytecodeTest {
    private static final Object[] NOTHING = {};

    private static List<Object> run(Classes classes, Object... arguments) throws ReflectiveOperationException {
        return Loader.drain(new Loader(classes.woven()).call(HandMade.NAME, "m", arguments));
    }

    @Test
    @Tag("A9")
    void an_allocation_without_a_copy_is_constructed_all_the_same() throws Exception {
        Classes made = HandMade.method("", code -> {
            code.visitTypeInsn(Opcodes.NEW, "java/lang/String");
            code.visitLdcInsn("argument");
            HandMade.yield(code);
            code.visitTypeInsn(Opcodes.CHECKCAST, "java/lang/String");
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/String", "<init>", "(Ljava/lang/String;)V", false);
            yieldText(code, "constructed");
            end(code);
        });
        var generator = (dev.fermata.Generator<?, ?, ?>) new Loader(made.woven()).call(HandMade.NAME, "m");
        assertEquals("argument", generator.next());
        @SuppressWarnings("unchecked") // what is sent is a String
        var sending = (dev.fermata.Generator<Object, Object, Object>) generator;
        assertEquals("constructed", sending.send("text"));
    }

    @Test
    @Tag("A9")
    void a_copy_that_is_made_by_other_means_is_followed() throws Exception {
        Classes made = HandMade.method("", code -> {
            code.visitTypeInsn(Opcodes.NEW, "java/lang/StringBuilder");
            code.visitVarInsn(Opcodes.ASTORE, 0);
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitInsn(Opcodes.ICONST_5);
            code.visitInsn(Opcodes.SWAP);
            code.visitInsn(Opcodes.DUP_X1);
            yieldText(code, "uninitialised in a local and twice on the stack");
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/StringBuilder", "<init>", "()V", false);
            code.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL, "java/lang/StringBuilder", "append", "(I)Ljava/lang/StringBuilder;", false);
            code.visitInsn(Opcodes.POP);
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/Object", "toString", "()Ljava/lang/String;", false);
            HandMade.yield(code);
            code.visitInsn(Opcodes.POP);
            end(code);
        });
        assertEquals(List.of("uninitialised in a local and twice on the stack", "5"), run(made));
    }

    @Test
    @Tag("B4")
    void half_of_a_long_that_is_overwritten_is_not_kept() throws Exception {
        Classes made = HandMade.method("", code -> {
            code.visitLdcInsn(5L);
            code.visitVarInsn(Opcodes.LSTORE, 0);
            code.visitIntInsn(Opcodes.BIPUSH, 7);
            code.visitVarInsn(Opcodes.ISTORE, 1); // the long in 0 and 1 is gone
            yieldText(code, "a");
            code.visitLdcInsn(9L);
            code.visitVarInsn(Opcodes.LSTORE, 1); // and now the int is, too
            code.visitLdcInsn("zero");
            code.visitVarInsn(Opcodes.ASTORE, 0);
            yieldText(code, "b");
            code.visitVarInsn(Opcodes.ALOAD, 0);
            HandMade.yield(code);
            code.visitInsn(Opcodes.POP);
            code.visitVarInsn(Opcodes.LLOAD, 1);
            boxLong(code);
            HandMade.yield(code);
            code.visitInsn(Opcodes.POP);
            end(code);
        });
        assertEquals(List.of("a", "b", "zero", 9L), run(made));
    }

    @Test
    @Tag("B15")
    void a_marker_that_nothing_leads_to_harms_nothing() throws Exception {
        Classes made = HandMade.method("I", code -> {
            yieldText(code, "alive");
            end(code);
            code.visitFrame(Opcodes.F_FULL, 1, new Object[] {Opcodes.INTEGER}, 0, NOTHING);
            yieldText(code, "dead");
            code.visitVarInsn(Opcodes.ILOAD, 0);
            code.visitInsn(Opcodes.POP);
            end(code);
        });
        assertEquals(List.of("alive"), run(made, 1));
    }

    @Test
    @Tag("B17")
    void the_slot_of_a_parameter_may_change_its_type() throws Exception {
        Classes made = HandMade.method("IJ", code -> {
            code.visitVarInsn(Opcodes.ILOAD, 0);
            box(code);
            HandMade.yield(code);
            code.visitInsn(Opcodes.POP);
            code.visitLdcInsn("text");
            code.visitVarInsn(Opcodes.ASTORE, 0);
            code.visitLdcInsn(2.5f);
            code.visitVarInsn(Opcodes.FSTORE, 2); // the second half of the long parameter
            yieldText(code, "between");
            code.visitVarInsn(Opcodes.ALOAD, 0);
            HandMade.yield(code);
            code.visitInsn(Opcodes.POP);
            code.visitVarInsn(Opcodes.FLOAD, 2);
            code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Float", "valueOf", "(F)Ljava/lang/Float;", false);
            HandMade.yield(code);
            code.visitInsn(Opcodes.POP);
            end(code);
        });
        assertEquals(List.of(3, "between", "text", 2.5f), run(made, 3, 4L));
    }

    @Test
    @Tag("B20")
    void constants_of_every_kind_lie_below_a_marker() throws Exception {
        Handle factory = new Handle(
                Opcodes.H_INVOKESTATIC,
                Type.getInternalName(Constants.class),
                "make",
                MethodType.methodType(Object.class, MethodHandles.Lookup.class, String.class, Class.class)
                        .toMethodDescriptorString(),
                false);
        Classes made = HandMade.method("", code -> {
            code.visitLdcInsn(new ConstantDynamic("big", "J", factory));
            code.visitLdcInsn(Type.getMethodType("(I)J"));
            code.visitLdcInsn(Type.getObjectType("java/lang/String"));
            yieldText(code, "constants below");
            HandMade.yield(code);
            code.visitInsn(Opcodes.POP);
            HandMade.yield(code);
            code.visitInsn(Opcodes.POP);
            boxLong(code);
            HandMade.yield(code);
            code.visitInsn(Opcodes.POP);
            end(code);
        });
        assertEquals(
                List.of("constants below", String.class, MethodType.methodType(long.class, int.class), 1L << 40),
                run(made));
    }

    /** Where dynamic constants come from; public, because the hand-made class is in another loader. */
    public static final class Constants {
        private Constants() {}

        public static Object make(MethodHandles.Lookup lookup, String name, Class<?> type) {
            return 1L << 40;
        }
    }

    @Test
    @Tag("C5")
    void a_handler_may_cover_itself_and_be_jumped_into() throws Exception {
        Classes made = HandMade.method("", code -> {
            Label start = new Label();
            Label handler = new Label();
            Label inside = new Label();
            Label end = new Label();
            code.visitTryCatchBlock(start, end, handler, "java/lang/RuntimeException");
            code.visitInsn(Opcodes.ICONST_0);
            code.visitVarInsn(Opcodes.ISTORE, 0);
            code.visitJumpInsn(Opcodes.GOTO, inside);
            code.visitLabel(start);
            code.visitFrame(Opcodes.F_FULL, 1, new Object[] {Opcodes.INTEGER}, 0, NOTHING);
            end(code);
            code.visitLabel(handler);
            code.visitFrame(
                    Opcodes.F_FULL, 1, new Object[] {Opcodes.INTEGER}, 1, new Object[] {"java/lang/RuntimeException"});
            code.visitInsn(Opcodes.POP);
            code.visitIincInsn(0, 1);
            code.visitLabel(inside);
            code.visitFrame(Opcodes.F_FULL, 1, new Object[] {Opcodes.INTEGER}, 0, NOTHING);
            code.visitVarInsn(Opcodes.ILOAD, 0);
            box(code);
            HandMade.yield(code);
            code.visitInsn(Opcodes.POP);
            code.visitVarInsn(Opcodes.ILOAD, 0);
            code.visitInsn(Opcodes.ICONST_2);
            code.visitJumpInsn(Opcodes.IF_ICMPEQ, start);
            code.visitTypeInsn(Opcodes.NEW, "java/lang/IllegalStateException");
            code.visitInsn(Opcodes.DUP);
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/IllegalStateException", "<init>", "()V", false);
            code.visitInsn(Opcodes.ATHROW);
            code.visitLabel(end);
            code.visitFrame(Opcodes.F_FULL, 0, NOTHING, 0, NOTHING);
            end(code);
        });
        assertEquals(List.of(0, 1, 2), run(made));
    }

    @Test
    @Tag("B16")
    void locals_beyond_the_first_256_are_kept() throws Exception {
        Classes made = HandMade.method("", code -> {
            for (int slot = 0; slot < 600; slot += 2) {
                code.visitLdcInsn((long) slot);
                code.visitVarInsn(Opcodes.LSTORE, slot);
            }
            yieldText(code, "stored");
            code.visitInsn(Opcodes.LCONST_0);
            for (int slot = 0; slot < 600; slot += 2) {
                code.visitVarInsn(Opcodes.LLOAD, slot);
                code.visitInsn(Opcodes.LADD);
            }
            boxLong(code);
            HandMade.yield(code);
            code.visitInsn(Opcodes.POP);
            end(code);
        });
        assertEquals(List.of("stored", 300L * 299), run(made));
    }
}
