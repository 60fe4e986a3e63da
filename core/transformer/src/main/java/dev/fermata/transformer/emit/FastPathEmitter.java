package dev.fermata.transformer.emit;

import dev.fermata.transformer.Primitive;
import dev.fermata.transformer.RuntimeNames;
import dev.fermata.transformer.RuntimeNames.Member;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the fast path of a generator into its frame class, so that each generator has a type profile to itself.
 *
 * <pre>
 *   boolean hasNext() {
 *       if (isReady()) {
 *           Object out = Host.lambda$m$co0(this, null, 0);
 *           if (!isDeferred(out)) return keep(out);
 *       } else if (isAhead()) return true;
 *       return hasNextSlowly();
 *   }
 *   Object next() {
 *       if (!isAhead() && !hasNext()) throw exhausted();
 *       return boxed(takeAhead());                       see {@link FrameClassEmitter}
 *   }
 *
 *   boolean hasNext() {                              of primitives: the value is in the frame, not in the outcome
 *       if (isReady()) {
 *           Object out = Host.lambda$m$co0(this, null, 0);
 *           if (ended()) return false;
 *           return isElsewhere() ? keep(out) : fetched();
 *       } else if (isAhead()) return true;
 *       return hasNextSlowly();
 *   }
 *   int nextInt()                                    { like next() }
 * </pre>
 */
final class FastPathEmitter {
    private static final Type OBJECT = Type.getObjectType(RuntimeNames.OBJECT);

    private final FrameClassEmitter owner;
    private final Type frame;

    FastPathEmitter(FrameClassEmitter owner, Type frame) {
        this.owner = owner;
        this.frame = frame;
    }

    void emit() {
        emitHasNext();
        Code next = emitNext(RuntimeNames.NEXT, RuntimeNames.TAKE_AHEAD);
        owner.emitBoxed(next);
        FrameClassEmitter.finish(next, RuntimeNames.NEXT);
    }

    void emitPrimitive(Primitive primitive) {
        emitPrimitiveHasNext();
        Code code = emitNext(primitive.next(), RuntimeNames.TAKE_BITS_AHEAD);
        if (primitive == Primitive.DOUBLE) {
            code.invokestatic("java/lang/Double", "longBitsToDouble", "(J)D", false);
        } else if (primitive == Primitive.INT) {
            code.cast(Type.LONG_TYPE, Type.INT_TYPE);
        }
        FrameClassEmitter.finish(code, primitive.next());
    }

    private void emitHasNext() {
        Label notReady = new Label();
        Label slowly = new Label();
        Code code = emitIfReady(notReady);
        code.load(1, OBJECT);
        code.callRuntime(RuntimeNames.FRAME, RuntimeNames.IS_DEFERRED);
        code.ifne(slowly);
        emitKeep(code);
        FrameClassEmitter.mark(code, notReady);
        emitIfNotReady(code, slowly);
    }

    private void emitPrimitiveHasNext() {
        Label notReady = new Label();
        Label more = new Label();
        Label elsewhere = new Label();
        Code code = emitIfReady(notReady);
        code.load(0, frame);
        code.callFrame(RuntimeNames.ENDED);
        code.ifeq(more);
        code.iconst(0);
        code.areturn(Type.BOOLEAN_TYPE);
        code.mark(more);
        code.visitFrame(Opcodes.F_APPEND, 1, new Object[] {RuntimeNames.OBJECT}, 0, null);
        code.load(0, frame);
        code.callFrame(RuntimeNames.IS_ELSEWHERE);
        code.ifne(elsewhere);
        code.load(0, frame);
        code.callFrame(RuntimeNames.FETCHED);
        code.areturn(Type.BOOLEAN_TYPE);
        FrameClassEmitter.mark(code, elsewhere);
        emitKeep(code);
        code.mark(notReady);
        code.visitFrame(Opcodes.F_CHOP, 1, null, 0, null);
        emitIfNotReady(code, new Label());
    }

    /** The start of {@code hasNext}, with the outcome of the body in slot 1. */
    private Code emitIfReady(Label notReady) {
        Code code = owner.begin(Opcodes.ACC_PUBLIC, RuntimeNames.HAS_NEXT);
        code.load(0, frame);
        code.callFrame(RuntimeNames.IS_READY);
        code.ifeq(notReady);
        code.load(0, frame);
        code.aconst(null);
        code.iconst(1);
        owner.callBody(code);
        code.store(1, OBJECT);
        return code;
    }

    private void emitKeep(Code code) {
        code.load(0, frame);
        code.load(1, OBJECT);
        code.callFrame(RuntimeNames.KEEP);
        code.areturn(Type.BOOLEAN_TYPE);
    }

    /** The end of {@code hasNext}. */
    private void emitIfNotReady(Code code, Label slowly) {
        code.load(0, frame);
        code.callFrame(RuntimeNames.IS_AHEAD);
        code.ifeq(slowly);
        code.iconst(1);
        code.areturn(Type.BOOLEAN_TYPE);
        FrameClassEmitter.mark(code, slowly);
        code.load(0, frame);
        code.callFrame(RuntimeNames.HAS_NEXT_SLOWLY);
        FrameClassEmitter.finish(code, RuntimeNames.HAS_NEXT);
    }

    /** {@code next} up to the value, which it leaves on the stack. */
    private Code emitNext(Member next, Member takeAhead) {
        Code code = owner.begin(Opcodes.ACC_PUBLIC, next);
        Label present = new Label();
        code.load(0, frame);
        code.callFrame(RuntimeNames.IS_AHEAD);
        code.ifne(present);
        code.load(0, frame);
        code.callFrame(RuntimeNames.HAS_NEXT);
        code.ifne(present);
        code.load(0, frame);
        code.callFrame(RuntimeNames.EXHAUSTED);
        code.athrow();
        FrameClassEmitter.mark(code, present);
        code.load(0, frame);
        code.callFrame(takeAhead);
        return code;
    }
}
