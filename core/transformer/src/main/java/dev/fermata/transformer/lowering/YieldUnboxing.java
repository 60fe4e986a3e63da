package dev.fermata.transformer.lowering;

import dev.fermata.transformer.Marker;
import dev.fermata.transformer.Primitive;
import dev.fermata.transformer.RuntimeNames;
import dev.fermata.transformer.SuspendableMethod;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Takes away the box that the compiler puts around the operand of {@code Generator.yield(Object)}. In a method that yields
 * primitive values every {@code yield} then has the primitive value itself on the stack.
 *
 * <pre>
 *   i; invokestatic Integer.valueOf; yield     i; yield                                  in a method of int
 *                                              i; i2l; yield                             of long: as Java widens
 *   o; yield                                   o; checkcast Integer; intValue(); yield   an object, unboxed as Java does
 * </pre>
 *
 * <p>In one that yields objects only those do that box one type, that of the first box that is met: the frame keeps one
 * value without its box. The consumer gets a box that is made later, which nobody else can have seen.
 */
public final class YieldUnboxing {
    private static final Type OBJECT = Type.getObjectType(RuntimeNames.OBJECT);

    private YieldUnboxing() {}

    /** Rewrites the method in place. */
    public static void apply(SuspendableMethod target) {
        InsnList code = target.method().instructions;
        Primitive.of(target.kind()).ifPresentOrElse(primitive -> apply(code, primitive), () -> dropBoxes(code));
    }

    private static void dropBoxes(InsnList code) {
        Primitive kept = null;
        for (AbstractInsnNode insn : code.toArray()) {
            MethodInsnNode boxing = isYield(insn) ? Boxing.before(insn) : null;
            Primitive boxed =
                    boxing == null ? null : Primitive.boxedBy(boxing.owner).orElse(null);
            if (boxed != null && (kept == null || kept == boxed)) {
                kept = boxed;
                setOperand(insn, boxed);
                code.remove(boxing);
            }
        }
    }

    private static boolean isYield(AbstractInsnNode insn) {
        return Marker.of(insn).filter(marker -> marker == Marker.YIELD).isPresent();
    }

    /** No such method exists, and none is called: the analyses want to know what the marker takes. */
    private static void setOperand(AbstractInsnNode marker, Primitive operand) {
        ((MethodInsnNode) marker).desc = Type.getMethodDescriptor(OBJECT, operand.type());
    }

    private static void apply(InsnList code, Primitive primitive) {
        for (AbstractInsnNode insn : code.toArray()) {
            if (isYield(insn)) {
                setOperand(insn, primitive);
                MethodInsnNode boxing = Boxing.before(insn);
                int widening = boxing == null ? Boxing.IMPOSSIBLE : Boxing.widening(boxing, primitive);
                if (widening == Boxing.IMPOSSIBLE) {
                    code.insertBefore(insn, new TypeInsnNode(Opcodes.CHECKCAST, primitive.box()));
                    code.insertBefore(
                            insn,
                            new MethodInsnNode(
                                    Opcodes.INVOKEVIRTUAL,
                                    primitive.box(),
                                    primitive.unboxing().name(),
                                    primitive.unboxing().desc()));
                } else if (widening == Opcodes.NOP) {
                    code.remove(boxing);
                } else {
                    code.set(boxing, new InsnNode(widening));
                }
            }
        }
    }
}
