package dev.fermata.transformer.woven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fermata.transformer.DiagnosticCode;
import dev.fermata.transformer.WeaveResult;
import dev.fermata.transformer.Weaver;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ByteVector;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Classes that the JVM refuses as they come: weaving neither crashes nor makes them pass. */
class InvalidInputTest {
    /** What is wrong, and the code that is. */
    private record Mistake(String what, Consumer<MethodVisitor> code) {
        @Override
        public String toString() {
            return what;
        }
    }

    static List<Mistake> mistakes() {
        return List.of(
                new Mistake("a stack that is empty", code -> {
                    code.visitInsn(Opcodes.POP);
                    HandMade.yieldText(code, "text");
                    HandMade.end(code);
                }),
                new Mistake("a variable that was never set", code -> {
                    HandMade.yieldText(code, "text");
                    code.visitVarInsn(Opcodes.ALOAD, 3);
                    HandMade.yield(code);
                    code.visitInsn(Opcodes.POP);
                    HandMade.end(code);
                }),
                new Mistake("an int where an object belongs", code -> {
                    code.visitInsn(Opcodes.ICONST_1);
                    HandMade.yield(code);
                    code.visitInsn(Opcodes.POP);
                    HandMade.end(code);
                }),
                new Mistake("a jump without a stack map frame", code -> {
                    Label loop = new Label();
                    code.visitInsn(Opcodes.ICONST_0);
                    code.visitVarInsn(Opcodes.ISTORE, 0);
                    code.visitLabel(loop);
                    HandMade.yieldText(code, "text");
                    code.visitJumpInsn(Opcodes.GOTO, loop);
                }),
                new Mistake("dead code without a stack map frame", code -> {
                    HandMade.end(code);
                    HandMade.yieldText(code, "dead");
                    HandMade.end(code);
                }),
                new Mistake("a stack map frame that claims too much", code -> {
                    Label target = new Label();
                    code.visitInsn(Opcodes.ICONST_0);
                    code.visitJumpInsn(Opcodes.IFEQ, target);
                    HandMade.yieldText(code, "text");
                    code.visitLabel(target);
                    code.visitFrame(Opcodes.F_FULL, 1, new Object[] {"java/lang/String"}, 0, new Object[0]);
                    code.visitVarInsn(Opcodes.ALOAD, 0);
                    HandMade.yield(code);
                    code.visitInsn(Opcodes.POP);
                    HandMade.end(code);
                }));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    @Tag("A14")
    void is_answered_and_still_does_not_verify(Mistake mistake) {
        Classes made = HandMade.method("", mistake.code());
        assertThrows(VerifyError.class, () -> new Loader(made).call(HandMade.NAME, "m"));
        WeaveResult result = new Weaver().weave(made.get(HandMade.NAME));
        if (result instanceof WeaveResult.Success) {
            assertThrows(VerifyError.class, () -> Loader.drain(new Loader(made.woven()).call(HandMade.NAME, "m")));
        } else {
            WeaveResult.Refused refused = assertInstanceOf(WeaveResult.Refused.class, result);
            assertFalse(refused.errors().isEmpty());
        }
    }

    @Test
    @Tag("K5")
    void a_stack_map_of_an_unknown_kind_is_refused() {
        Classes made = HandMade.method("", code -> {
            HandMade.yieldText(code, "text");
            HandMade.end(code);
            code.visitAttribute(new StackMapOfTheFuture());
        });
        WeaveResult.Refused refused =
                assertInstanceOf(WeaveResult.Refused.class, new Weaver().weave(made.get(HandMade.NAME)));
        assertEquals(DiagnosticCode.UNREADABLE_CLASS, refused.errors().get(0).code());
    }

    /** One full frame at the start whose only local has the verification type 42. */
    private static final class StackMapOfTheFuture extends Attribute {
        private static final int FULL_FRAME = 255;

        StackMapOfTheFuture() {
            super("StackMapTable");
        }

        @Override
        public boolean isCodeAttribute() {
            return true;
        }

        @Override
        protected ByteVector write(ClassWriter writer, byte[] code, int length, int maxStack, int maxLocals) {
            return new ByteVector()
                    .putShort(1)
                    .putByte(FULL_FRAME)
                    .putShort(2)
                    .putShort(1)
                    .putByte(42)
                    .putShort(0);
        }
    }
}
