package dev.fermata.transformer.lint;

import dev.fermata.transformer.DiagnosticCode;
import dev.fermata.transformer.validation.Findings;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Finds calls in a coroutine that block its thread, and so every other coroutine there: the ones of
 * {@link BlockingCall}, and reads of a socket's stream in the method that takes the stream from the socket.
 */
final class BlockingCalls {
    private static final String STREAM = "java/io/InputStream";
    private static final String SOCKET_ADVICE =
            "read on a thread of its own, let that complete a Promise through EventLoop.callSoonThreadsafe, and await the"
                    + " promise";

    private BlockingCalls() {}

    static void check(MethodNode method, Findings findings) {
        boolean socketStream = takesStreamOfSocket(method);
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof MethodInsnNode call) {
                BlockingCall known = BlockingCall.of(call);
                if (known != null) {
                    report(method, call, known.advice(), findings);
                } else if (socketStream && call.owner.equals(STREAM) && call.name.startsWith("read")) {
                    report(method, call, SOCKET_ADVICE, findings);
                }
            }
        }
    }

    /** Only if the socket is the one source of streams in the method, no other can be mistaken for it. */
    private static boolean takesStreamOfSocket(MethodNode method) {
        Set<String> sources = new HashSet<>();
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof MethodInsnNode call && call.desc.endsWith("Ljava/io/InputStream;")) {
                sources.add(call.owner);
            } else if (insn.getOpcode() == Opcodes.NEW && ((TypeInsnNode) insn).desc.endsWith("InputStream")) {
                return false;
            }
        }
        return sources.equals(Set.of("java/net/Socket")) && !method.desc.contains("InputStream;");
    }

    private static void report(MethodNode method, MethodInsnNode call, String advice, Findings findings) {
        String type = call.owner.substring(call.owner.lastIndexOf('/') + 1).replace('$', '.');
        findings.add(
                DiagnosticCode.BLOCKING_CALL,
                method,
                call,
                type + "." + call.name + " blocks the thread, and with it every coroutine that runs there: " + advice);
    }
}
