package dev.fermata.transformer;

import dev.fermata.transformer.analysis.VerificationTypes.Snapshot;
import java.util.BitSet;
import java.util.Optional;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * One place where a body can stop.
 *
 * @param number from 1, in the order of the code; the state of a frame suspended there
 * @param insn the marker call, or the {@code areturn} of an object to delegate to
 * @param shape how it suspends
 * @param state the verification types before the instruction
 * @param live the slots that are read after it
 */
public record SuspensionPoint(int number, AbstractInsnNode insn, Shape shape, Snapshot state, BitSet live) {
    /** The ways to suspend. */
    public enum Shape {
        /** Hands a value to the driver: {@code yield}, {@code suspend}. */
        HAND_OUT,
        /** Hands a value to the consumer of an asynchronous generator. */
        HAND_TO_CONSUMER,
        /** Runs another frame and goes on with its result: {@code yieldFrom}, {@code await}. */
        DELEGATE,
        /** Runs another frame and ends with its result: {@code return other()}. */
        DELEGATE_AND_END;

        /** Whether it runs another frame. */
        public boolean delegates() {
            return this == DELEGATE || this == DELEGATE_AND_END;
        }
    }

    /** What it hands out, if that is no object because a lowering has made it so. */
    public Optional<Primitive> primitive() {
        return shape == Shape.HAND_OUT
                ? Primitive.of(Type.getArgumentTypes(((MethodInsnNode) insn).desc)[0])
                : Optional.empty();
    }

    /** How many values lie below the operand. */
    public int stackBelow() {
        return state.stack().size() - 1;
    }
}
