package dev.fermata.transformer.emit;

import dev.fermata.transformer.RuntimeNames;
import dev.fermata.transformer.SpillPlan;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;

/**
 * The local variables of a body.
 *
 * <pre>
 *   0 frame   1 input   2 depth   3 .. the user's variables   temporaries of the emitter
 * </pre>
 */
final class BodySlots {
    static final int FRAME = 0;
    static final int INPUT = 1;
    static final int DEPTH = 2;
    static final int FIRST_USER_SLOT = 3;
    private static final int TEMPORARIES = 2;

    private final String frameClass;
    private final int firstTemporary;

    BodySlots(String frameClass, int usersMaxLocals) {
        this.frameClass = frameClass;
        this.firstTemporary = FIRST_USER_SLOT + usersMaxLocals;
    }

    static int ofUser(int slot) {
        return FIRST_USER_SLOT + slot;
    }

    /** How many slots a body has, given those of the user's method. */
    static int neededFor(int usersMaxLocals) {
        return FIRST_USER_SLOT + usersMaxLocals + TEMPORARIES;
    }

    /** Holds the object delegated to. */
    int innerFrame() {
        return firstTemporary;
    }

    /** Holds what is on its way out while the frame is being filled. */
    int outcome() {
        return firstTemporary + 1;
    }

    /** The stack map locals where only the frame is known. */
    List<Object> frameOnly() {
        return List.of(frameClass);
    }

    /** The stack map locals in the handler of last resort, which is reached from everywhere. */
    List<Object> atLastResort() {
        return List.of(frameClass, Opcodes.TOP, Opcodes.INTEGER);
    }

    /** The stack map locals where the body is entered or resumed. */
    List<Object> onResumption() {
        return List.of(frameClass, RuntimeNames.OBJECT, Opcodes.INTEGER);
    }

    /** The stack map locals where the user's code runs, given theirs as one entry per value. */
    List<Object> withUserLocals(List<Object> userLocals) {
        List<Object> locals = new ArrayList<>();
        locals.add(frameClass);
        locals.add(Opcodes.TOP);
        locals.add(Opcodes.INTEGER);
        locals.addAll(userLocals);
        while (locals.get(locals.size() - 1) == Opcodes.TOP) {
            locals.remove(locals.size() - 1);
        }
        return locals;
    }

    /** What the user's locals look like to the verifier right after they have been restored. */
    List<Object> restored(SpillPlan.Spills spills) {
        List<Object> entries = new ArrayList<>();
        int slot = 0;
        for (SpillPlan.Local local : spills.locals()) {
            for (; slot < local.slot(); slot++) {
                entries.add(Opcodes.TOP);
            }
            entries.add(local.value().type());
            slot += SpillPlan.sizeOf(local.value().type());
        }
        return withUserLocals(entries);
    }
}
