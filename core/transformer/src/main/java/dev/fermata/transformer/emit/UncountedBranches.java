package dev.fermata.transformer.emit;

import dev.fermata.transformer.RuntimeNames;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Writes the branches of the state machine, which are in nobody's source, so that coverage tools do not count them.
 *
 * <p>Compilers copy a {@code finally} block to each way out of its {@code try}, and coverage tools have to count it once:
 * they find the handler, which ends by throwing again, compare its instructions with those behind the handler's ranges,
 * and count equal ones as the handler's. So each of our branches looks like a copy of the block of a handler that stands
 * in front of the user's code, where no line has begun. Only opcodes are compared:
 *
 * <pre>
 *   H1: astore t; aload x; invokevirtual hashCode; tableswitch X, X; X: aload t; athrow
 *   H2: astore t; aload f; invokevirtual ended; ifne Y;              Y: aload t; athrow
 *
 *       astore f                                                     in the range of H1
 *       aload f; invokevirtual begin; tableswitch E, R0, R1, ...
 *       ...
 *       nop                                                          in the range of H2
 *       aload inner; invokevirtual ended; ifne J
 * </pre>
 *
 * A switch to one place is no branch; of the tests for the end of a delegate one is counted for the whole body. Nothing
 * ever enters the handlers, because neither {@code astore} nor {@code nop} throws; compiled code does not have them. They
 * do count where HotSpot measures code in bytes, so the larger one is left out of a body that it would lift over a limit.
 */
final class UncountedBranches {
    private static final Object OBJECT = RuntimeNames.OBJECT;
    private static final String THROWABLE = "java/lang/Throwable";

    /** At most, with the padding of the switch. */
    private static final int DISPATCH_HANDLER_SIZE = 27;

    private final Code code;
    private final BodySlots slots;
    private final Label dispatchHandler = new Label();
    private final Label endHandler = new Label();
    private final List<Range> ranges = new ArrayList<>();

    private record Range(Label start, Label end, Label handler) {}

    UncountedBranches(Code code, BodySlots slots) {
        this.code = code;
        this.slots = slots;
    }

    /** [frame] to a jump to where the frame stands. */
    void emitDispatch(Label exhausted, List<Label> targets) {
        Label start = new Label();
        code.mark(start);
        code.store(BodySlots.FRAME, OBJECT);
        endRange(start, dispatchHandler);
        code.load(BodySlots.FRAME, OBJECT);
        code.callFrame(RuntimeNames.BEGIN);
        code.tableswitch(0, targets.size() - 1, exhausted, targets.toArray(new Label[0]));
    }

    /** Branches if the frame in a slot has ended. */
    void emitEndedTest(int slot, Label finished) {
        Label start = new Label();
        code.mark(start);
        code.nop();
        endRange(start, endHandler);
        emitTest(slot, finished);
    }

    private void emitTest(int slot, Label finished) {
        code.load(slot, OBJECT);
        code.callAnyFrame(RuntimeNames.ENDED);
        code.ifne(finished);
    }

    private void endRange(Label start, Label handler) {
        Label end = new Label();
        code.mark(end);
        ranges.add(new Range(start, end, handler));
    }

    /** Writes what the tests are copies of; a body that delegates to nothing has none. */
    void emitHandlers(boolean delegates) {
        emitDispatchHandler();
        if (delegates) {
            emitEndHandler();
        }
    }

    /** Leaves the dispatch to be counted, if the size of the code is worth more. */
    void keepWithinLimits(MethodNode body) {
        if (CodeSize.liftsOverLimit(body, DISPATCH_HANDLER_SIZE)) {
            ranges.removeIf(range -> range.handler == dispatchHandler);
            AbstractInsnNode at = node(dispatchHandler).getNext();
            while (at.getOpcode() != Opcodes.ATHROW) {
                AbstractInsnNode next = at.getNext();
                body.instructions.remove(at);
                at = next;
            }
            body.instructions.remove(at);
        }
    }

    /** Slot 0 is being written in the range, so nothing is known of it here. */
    private void emitDispatchHandler() {
        Label rethrow = new Label();
        code.mark(dispatchHandler);
        code.frame(List.of(Opcodes.TOP, OBJECT), List.of(THROWABLE));
        code.store(BodySlots.FRAME, OBJECT);
        code.load(BodySlots.INPUT, OBJECT);
        code.invokevirtual(RuntimeNames.OBJECT, "hashCode", "()I", false);
        code.tableswitch(0, 0, rethrow, rethrow);
        code.mark(rethrow);
        code.frame(List.of(THROWABLE), List.of());
        code.load(BodySlots.FRAME, OBJECT);
        code.athrow();
    }

    private void emitEndHandler() {
        Label rethrow = new Label();
        code.mark(endHandler);
        code.frame(slots.frameOnly(), List.of(THROWABLE));
        code.store(BodySlots.INPUT, OBJECT);
        emitTest(BodySlots.FRAME, rethrow);
        code.mark(rethrow);
        code.frame(List.of(Opcodes.TOP, THROWABLE), List.of());
        code.load(BodySlots.INPUT, OBJECT);
        code.athrow();
    }

    /** The entries of the exception table, once the whole body has been written. */
    List<TryCatchBlockNode> ranges() {
        return ranges.stream()
                .map(range -> new TryCatchBlockNode(node(range.start), node(range.end), node(range.handler), null))
                .toList();
    }

    /** The node that stands for a label in the method it has been visited into, {@link MethodNode}. */
    private static LabelNode node(Label label) {
        return (LabelNode) label.info;
    }
}
