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
 * In a method that yields primitive values, takes away the box that the compiler puts around the operand of
 * {@code Generator.yield(Object)}, so that every {@code yield} has the primitive value itself on the stack.
 *
 * <pre>
 *   i; invokestatic Integer.valueOf; yield     i; yield                                  in a method of int
 *                                              i; i2l; yield                             of long: as Java widens
 *   o; yield                                   o; checkcast Integer; intValue(); yield   an object, unboxed as Java does
 * </pre>
 */
public final class YieldUnboxing {
    private static final Type OBJECT = Type.getObjectType(RuntimeNames.OBJECT);

    private YieldUnboxing() {}

    /** Rewrites the method in place. */
    public static void apply(SuspendableMethod target) {
        Primitive.of(target.kind()).ifPresent(primitive -> apply(target.method().instructions, primitive));
    }

    private static void apply(InsnList code, Primitive primitive) {
        for (AbstractInsnNode insn : code.toArray()) {
            if (Marker.of(insn).filter(marker -> marker == Marker.YIELD).isPresent()) {
                // No such method exists, and none is called: the analyses want to know what the marker takes.
                ((MethodInsnNode) insn).desc = Type.getMethodDescriptor(OBJECT, primitive.type());
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
