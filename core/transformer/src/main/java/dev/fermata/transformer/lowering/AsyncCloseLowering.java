package dev.fermata.transformer.lowering;

import dev.fermata.transformer.RuntimeNames;
import dev.fermata.transformer.SuspendableMethod;
import dev.fermata.transformer.analysis.AsyncCloses;
import dev.fermata.transformer.analysis.VerificationTypes;
import dev.fermata.transformer.analysis.VerificationTypes.Snapshot;
import dev.fermata.transformer.validation.MonitorDepth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Makes closing wait for what closes asynchronously, also at the end of a try-with-resources (PEP 492's {@code async
 * with}).
 *
 * <pre>
 *   [S x]                              [S x]
 *   invokevirtual X.close                  dup; instanceof AsyncCloseable; ifeq L1
 *                                          invokeinterface AsyncCloseable.closeAsync
 *                                          invokestatic Coroutine.await; pop; goto L2
 *                                      L1: [S x]
 *                                          invokevirtual X.close
 *                                      L2: [S]
 * </pre>
 *
 * <p>Where a monitor is held nothing can wait, and the call stays as it is.
 */
public final class AsyncCloseLowering {
    private final MethodNode method;
    private final Map<Label, LabelNode> labels = new HashMap<>();

    private AsyncCloseLowering(MethodNode method) {
        this.method = method;
    }

    /** Rewrites the method in place. */
    public static void apply(SuspendableMethod target) {
        List<MethodInsnNode> calls = AsyncCloses.in(target.method());
        if (!calls.isEmpty()) {
            new AsyncCloseLowering(target.method()).lower(target.host().name, calls);
        }
    }

    private void lower(String owner, List<MethodInsnNode> calls) {
        NewRelocation.labelAllocations(method.instructions);
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof LabelNode label) {
                labels.put(label.getLabel(), label);
            }
        }
        Set<AbstractInsnNode> wanted = new HashSet<>(calls);
        VerificationTypes types = new VerificationTypes(owner, method, wanted::contains);
        MonitorDepth monitors = MonitorDepth.of(method);
        calls.removeIf(monitors::isHeldAt); // asked before the first edit
        for (MethodInsnNode call : calls) {
            Snapshot state = types.before(call);
            if (AsyncCloses.isCertain(call)) {
                method.instructions.insertBefore(call, awaitClosing());
                method.instructions.remove(call);
            } else if (state != null) {
                lower(call, state);
            }
        }
    }

    private void lower(MethodInsnNode call, Snapshot state) {
        LabelNode atOnce = new LabelNode();
        LabelNode done = new LabelNode();
        List<Object> locals = frameTypes(state.locals());
        List<Object> stack = asNodes(state.stack());

        InsnList before = new InsnList();
        before.add(new InsnNode(Opcodes.DUP));
        before.add(new TypeInsnNode(Opcodes.INSTANCEOF, RuntimeNames.ASYNC_CLOSEABLE));
        before.add(new JumpInsnNode(Opcodes.IFEQ, atOnce));
        before.add(awaitClosing());
        before.add(new JumpInsnNode(Opcodes.GOTO, done));
        before.add(atOnce);
        before.add(frame(locals, stack));
        method.instructions.insertBefore(call, before);

        InsnList after = new InsnList();
        after.add(done);
        after.add(frame(locals, stack.subList(0, stack.size() - 1)));
        method.instructions.insert(call, after);
    }

    /** [x] to []; whether it implements the interface is for the JVM to check when it runs. */
    private static InsnList awaitClosing() {
        InsnList code = new InsnList();
        code.add(new MethodInsnNode(
                Opcodes.INVOKEINTERFACE,
                RuntimeNames.ASYNC_CLOSEABLE,
                RuntimeNames.CLOSE_ASYNC.name(),
                RuntimeNames.CLOSE_ASYNC.desc(),
                true));
        code.add(new Await(Await.Form.CLOSE));
        code.add(new InsnNode(Opcodes.POP));
        return code;
    }

    private static FrameNode frame(List<Object> locals, List<Object> stack) {
        return new FrameNode(Opcodes.F_NEW, locals.size(), locals.toArray(), stack.size(), stack.toArray());
    }

    /** A frame has one entry for a long or double where the snapshot has two slots. */
    private List<Object> frameTypes(List<Object> slots) {
        List<Object> types = new ArrayList<>();
        for (int slot = 0; slot < slots.size(); slot++) {
            types.add(slots.get(slot));
            slot += VerificationTypes.isWide(slots.get(slot)) ? 1 : 0;
        }
        return asNodes(types);
    }

    /** The tree wants label nodes where visitors have labels. */
    private List<Object> asNodes(List<Object> types) {
        List<Object> nodes = new ArrayList<>();
        for (Object type : types) {
            nodes.add(type instanceof Label label ? labels.get(label) : type);
        }
        return nodes;
    }
}
