package dev.fermata.transformer.emit;

import dev.fermata.transformer.Primitive;
import dev.fermata.transformer.RuntimeNames;
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
 *       return takeAhead();
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
        emitNext();
    }

    void emitPrimitive(Primitive primitive) {
        emitPrimitiveHasNext();
        emitPrimitiveNext(primitive);
    }

    private void emitHasNext() {
        Code code = owner.begin(Opcodes.ACC_PUBLIC, RuntimeNames.HAS_NEXT);
        Label notReady = new Label();
        Label slowly = new Label();
        code.load(0, frame);
        code.callFrame(RuntimeNames.IS_READY);
        code.ifeq(notReady);
        code.load(0, frame);
        code.aconst(null);
        code.iconst(0);
        owner.callBody(code);
        code.store(1, OBJECT);
        code.load(1, OBJECT);
        code.callRuntime(RuntimeNames.FRAME, RuntimeNames.IS_DEFERRED);
        code.ifne(slowly);
        code.load(0, frame);
        code.load(1, OBJECT);
        code.callFrame(RuntimeNames.KEEP);
        code.areturn(Type.BOOLEAN_TYPE);
        FrameClassEmitter.mark(code, notReady);
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

    private void emitNext() {
        Code code = owner.begin(Opcodes.ACC_PUBLIC, RuntimeNames.NEXT);
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
        code.callFrame(RuntimeNames.TAKE_AHEAD);
        FrameClassEmitter.finish(code, RuntimeNames.NEXT);
    }

    private void emitPrimitiveHasNext() {
        Code code = owner.begin(Opcodes.ACC_PUBLIC, RuntimeNames.HAS_NEXT);
        Label notReady = new Label();
        Label more = new Label();
        Label elsewhere = new Label();
        Label slowly = new Label();
        code.load(0, frame);
        code.callFrame(RuntimeNames.IS_READY);
        code.ifeq(notReady);
        code.load(0, frame);
        code.aconst(null);
        code.iconst(0);
        owner.callBody(code);
        code.store(1, OBJECT);
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
        code.load(0, frame);
        code.load(1, OBJECT);
        code.callFrame(RuntimeNames.KEEP);
        code.areturn(Type.BOOLEAN_TYPE);
        code.mark(notReady);
        code.visitFrame(Opcodes.F_CHOP, 1, null, 0, null);
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

    private void emitPrimitiveNext(Primitive primitive) {
        Code code = owner.begin(Opcodes.ACC_PUBLIC, primitive.next());
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
        code.callFrame(RuntimeNames.TAKE_BITS_AHEAD);
        if (primitive == Primitive.DOUBLE) {
            code.invokestatic("java/lang/Double", "longBitsToDouble", "(J)D", false);
        } else if (primitive == Primitive.INT) {
            code.cast(Type.LONG_TYPE, Type.INT_TYPE);
        }
        FrameClassEmitter.finish(code, primitive.next());
    }
}
