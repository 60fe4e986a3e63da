package dev.fermata.transformer;

import java.util.Optional;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** The calls that stand for suspension points. Overloads count as one: woven code tells their operands apart itself. */
public enum Marker {
    YIELD(RuntimeNames.GENERATOR, "yield"),
    YIELD_FROM(RuntimeNames.GENERATOR, "yieldFrom"),
    AWAIT(RuntimeNames.COROUTINE, "await"),
    SUSPEND(RuntimeNames.COROUTINE, "suspend"),
    ASYNC_YIELD(RuntimeNames.ASYNC_GENERATOR, "yield"),
    ASYNC_YIELD_FROM(RuntimeNames.ASYNC_GENERATOR, "yieldFrom");

    private static final Marker[] ALL = values();

    private final String owner;
    private final String method;

    Marker(String owner, String method) {
        this.owner = owner;
        this.method = method;
    }

    public static Optional<Marker> of(AbstractInsnNode insn) {
        return insn instanceof MethodInsnNode call && call.getOpcode() == Opcodes.INVOKESTATIC
                ? named(call.owner, call.name)
                : Optional.empty();
    }

    public static Optional<Marker> of(Handle handle) {
        return named(handle.getOwner(), handle.getName());
    }

    private static Optional<Marker> named(String owner, String name) {
        for (Marker marker : ALL) {
            if (marker.owner.equals(owner) && marker.method.equals(name)) {
                return Optional.of(marker);
            }
        }
        return Optional.empty();
    }

    /** Whether it hands control to another frame, rather than to the driver. */
    public boolean delegates() {
        return this == YIELD_FROM || this == AWAIT || this == ASYNC_YIELD_FROM;
    }

    /** The return types, for messages, of the methods that it can be used in. */
    public String returnTypes() {
        return switch (this) {
            case YIELD, YIELD_FROM -> "Generator, Iterator, Iterable or Stream (or their primitive forms)";
            case AWAIT, SUSPEND -> "Coroutine, CompletableFuture, CompletionStage, AsyncGenerator or Flow.Publisher";
            case ASYNC_YIELD, ASYNC_YIELD_FROM -> "AsyncGenerator or Flow.Publisher";
        };
    }

    public boolean belongsTo(Kind kind) {
        return kind.markers().contains(this);
    }

    /** The name of the method. */
    public String method() {
        return method;
    }

    /** As users write it. */
    @Override
    public String toString() {
        return owner.substring(owner.lastIndexOf('/') + 1) + "." + method;
    }
}
