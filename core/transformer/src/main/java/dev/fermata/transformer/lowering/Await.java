package dev.fermata.transformer.lowering;

import dev.fermata.transformer.RuntimeNames;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The marker into which other ways to wait are lowered: [operand] to [result], both any object, for what is awaited is
 * looked at when it runs. It remembers what it stands for, because users did not write it.
 */
public final class Await extends MethodInsnNode {
    /** What the user wrote. */
    public enum Form {
        /** The next value in an enhanced {@code for} over an asynchronous generator. */
        LOOP("for"),
        /** A call of {@code close()}, mostly the compiler's at the end of a try-with-resources. */
        CLOSE("close"),
        /** {@code AsyncGenerator.yieldFrom}. */
        YIELD_FROM("yieldFrom");

        private final String word;

        Form(String word) {
            this.word = word;
        }

        /** The word in the source that suspends. */
        public String word() {
            return word;
        }
    }

    private final Form form;

    Await(Form form) {
        super(Opcodes.INVOKESTATIC, RuntimeNames.COROUTINE, RuntimeNames.AWAIT.name(), RuntimeNames.AWAIT.desc(), true);
        this.form = form;
    }

    /** What has been lowered into this. */
    public Form form() {
        return form;
    }
}
