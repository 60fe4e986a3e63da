package dev.fermata.transformer;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Type;

/** What a suspendable method is, told by its return type. */
public enum Kind {
    GENERATOR(RuntimeNames.GENERATOR, RuntimeNames.GENERATOR_FRAME),
    ITERATOR("java/util/Iterator", RuntimeNames.GENERATOR_FRAME),
    ITERABLE("java/lang/Iterable", RuntimeNames.GENERATOR_FRAME),
    STREAM("java/util/stream/Stream", RuntimeNames.GENERATOR_FRAME),
    INT_ITERATOR("java/util/PrimitiveIterator$OfInt", RuntimeNames.INT_FRAME),
    LONG_ITERATOR("java/util/PrimitiveIterator$OfLong", RuntimeNames.LONG_FRAME),
    DOUBLE_ITERATOR("java/util/PrimitiveIterator$OfDouble", RuntimeNames.DOUBLE_FRAME),
    INT_STREAM("java/util/stream/IntStream", RuntimeNames.INT_FRAME),
    LONG_STREAM("java/util/stream/LongStream", RuntimeNames.LONG_FRAME),
    DOUBLE_STREAM("java/util/stream/DoubleStream", RuntimeNames.DOUBLE_FRAME),
    COROUTINE(RuntimeNames.COROUTINE, RuntimeNames.COROUTINE_FRAME),
    FUTURE(RuntimeNames.COMPLETABLE_FUTURE, RuntimeNames.COROUTINE_FRAME),
    STAGE("java/util/concurrent/CompletionStage", RuntimeNames.COROUTINE_FRAME),
    ASYNC_GENERATOR(RuntimeNames.ASYNC_GENERATOR, RuntimeNames.ASYNC_GENERATOR_FRAME),
    PUBLISHER("java/util/concurrent/Flow$Publisher", RuntimeNames.ASYNC_GENERATOR_FRAME);

    private final String returnType;
    private final String frameBase;

    Kind(String returnType, String frameBase) {
        this.returnType = returnType;
        this.frameBase = frameBase;
    }

    /** The kind of a method with this descriptor, if it is one. */
    public static Optional<Kind> of(String methodDesc) {
        String type = Type.getReturnType(methodDesc).getDescriptor();
        for (Kind kind : values()) {
            if (type.equals("L" + kind.returnType + ";")) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The runtime class that the frame extends. */
    public String frameBase() {
        return frameBase;
    }

    /** Whether its body awaits, rather than yields. */
    public boolean isCoroutine() {
        return frameBase.equals(RuntimeNames.COROUTINE_FRAME);
    }

    public boolean isAsyncGenerator() {
        return frameBase.equals(RuntimeNames.ASYNC_GENERATOR_FRAME);
    }

    /** Whether its body can wait. */
    public boolean awaits() {
        return isCoroutine() || isAsyncGenerator();
    }

    /** Whether its frame can be asked for the result of a body that has ended. */
    public boolean keepsResult() {
        return frameBase.equals(RuntimeNames.GENERATOR_FRAME);
    }

    /** Which markers its body may hold. */
    public Set<Marker> markers() {
        if (isAsyncGenerator()) {
            return EnumSet.of(Marker.AWAIT, Marker.SUSPEND, Marker.ASYNC_YIELD, Marker.ASYNC_YIELD_FROM);
        }
        return isCoroutine() ? EnumSet.of(Marker.AWAIT, Marker.SUSPEND) : EnumSet.of(Marker.YIELD, Marker.YIELD_FROM);
    }

    /** Says "generator", "coroutine" or "async generator" in messages. */
    public String noun() {
        if (isAsyncGenerator()) {
            return "async generator";
        }
        return isCoroutine() ? "coroutine" : "generator";
    }
}
