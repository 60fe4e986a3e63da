package dev.fermata.transformer;

import org.objectweb.asm.Opcodes;

/**
 * Everything in woven code that names the runtime, and every name and flag that weaving adds. A test resolves each
 * runtime name against the real classes.
 */
public final class RuntimeNames {
    /** The ASM interface version that every visitor implements. */
    public static final int ASM = Opcodes.ASM9;

    /** What a class file that concerns us holds in some UTF-8 constant. */
    static final String PACKAGE = "dev/fermata/";

    public static final String SUSPENDABLE = "Ldev/fermata/Suspendable;";
    public static final String SUPPRESS_DIAGNOSTICS = "Ldev/fermata/SuppressDiagnostics;";
    public static final String WOVEN = "Ldev/fermata/Woven;";
    public static final String WOVEN_FORMAT_ELEMENT = "format";
    public static final String WOVEN_FRAMES_ELEMENT = "frames";

    /** Tells coverage tools that a stub is nobody's source. */
    public static final String GENERATED = "Ldev/fermata/frame/Generated;";

    /** Changes whenever woven code and runtime no longer fit each other. */
    public static final int WOVEN_FORMAT = 4;

    public static final String GENERATOR = "dev/fermata/Generator";
    public static final String COROUTINE = "dev/fermata/Coroutine";
    public static final String ASYNC_GENERATOR = "dev/fermata/AsyncGenerator";
    public static final String ASYNC_CLOSEABLE = "dev/fermata/AsyncCloseable";
    public static final String AWAITABLE = "dev/fermata/Awaitable";
    public static final String COMPLETABLE_FUTURE = "java/util/concurrent/CompletableFuture";
    public static final String PUBLISHERS = "dev/fermata/loop/Publishers";
    public static final String FUTURES = "dev/fermata/loop/Futures";
    public static final String GENERATOR_EXIT = "dev/fermata/GeneratorExit";
    public static final String CANCELLATION = "dev/fermata/Cancellation";
    public static final String NOT_WOVEN_ERROR = "dev/fermata/NotWovenError";

    public static final String FRAME = "dev/fermata/frame/Frame";
    public static final String GENERATOR_FRAME = "dev/fermata/frame/GeneratorFrame";
    public static final String PRIMITIVE_FRAME = "dev/fermata/frame/PrimitiveFrame";
    public static final String INT_FRAME = "dev/fermata/frame/IntIteratorFrame";
    public static final String LONG_FRAME = "dev/fermata/frame/LongIteratorFrame";
    public static final String DOUBLE_FRAME = "dev/fermata/frame/DoubleIteratorFrame";
    public static final String COROUTINE_FRAME = "dev/fermata/frame/CoroutineFrame";

    public static final String ASYNC_GENERATOR_FRAME = "dev/fermata/frame/AsyncGeneratorFrame";
    public static final String ASYNC_TEMPLATE = "dev/fermata/frame/AsyncTemplate";
    public static final String ASYNC_ITERATOR = "dev/fermata/frame/AsyncIterator";

    /** The point of a frame that is only the pattern of others; {@code Frame.TEMPLATE}. */
    public static final int TEMPLATE_POINT = -3;

    public static final String OBJECT = "java/lang/Object";
    private static final String OBJECT_DESC = "Ljava/lang/Object;";
    private static final String FRAME_DESC = "L" + FRAME + ";";

    /**
     * The body in the host. Its first parameter is the runtime's type, not the generated one, so that reflection on the
     * host never needs the frame class.
     */
    public static final String BODY_DESC = "(" + FRAME_DESC + OBJECT_DESC + "I)" + OBJECT_DESC;

    public static final Member STEP = new Member("step", "(" + OBJECT_DESC + "I)" + OBJECT_DESC);
    public static final Member METHOD = new Member("method", "()Ljava/lang/String;");
    public static final Member PLACES = new Member("places", "()Ljava/lang/String;");
    public static final Member CLEAR = new Member("clear", "()V");
    public static final Member BEGIN = new Member("begin", "()I");
    public static final Member TAKE = new Member("take", "(" + OBJECT_DESC + ")" + OBJECT_DESC);
    public static final Member ENTER = new Member("enter", "(" + OBJECT_DESC + "I)" + FRAME_DESC);
    public static final Member ENTER_RETURNED = new Member("enterReturned", "(" + OBJECT_DESC + "I)" + FRAME_DESC);
    public static final Member ENDED = new Member("ended", "()Z");
    public static final Member SUSPEND_AT = new Member("suspendAt", "(I)V");
    public static final Member DELEGATE_TO = new Member("delegateTo", "(" + FRAME_DESC + "I)V");
    public static final Member END = new Member("end", "()V");
    /** The same in a generator, which is asked for its result later. */
    public static final Member KEEP_RESULT = new Member("keepResult", "(" + OBJECT_DESC + ")V");

    public static final Member FAIL = new Member("fail", "(Ljava/lang/Throwable;I)Ljava/lang/Throwable;");
    public static final Member POINT = new Member("point", "()I");
    public static final Member IS_DEFERRED = new Member("isDeferred", "(" + OBJECT_DESC + ")Z");

    public static final Member HAS_NEXT = new Member("hasNext", "()Z");
    public static final Member NEXT = new Member("next", "()" + OBJECT_DESC);
    public static final Member FRESH = new Member("fresh", "()L" + GENERATOR_FRAME + ";");
    public static final Member ITERATOR = new Member("iterator", "()Ljava/util/Iterator;");
    public static final Member IS_AHEAD = new Member("isAhead", "()Z");
    public static final Member IS_READY = new Member("isReady", "()Z");
    public static final Member KEEP = new Member("keep", "(" + OBJECT_DESC + ")Z");
    public static final Member HAS_NEXT_SLOWLY = new Member("hasNextSlowly", "()Z");
    public static final Member TAKE_AHEAD = new Member("takeAhead", "()" + OBJECT_DESC);
    /** How a generator of objects hands out what it has left in its frame without a box. */
    public static final Member UNBOXED = new Member("unboxed", "()" + OBJECT_DESC);

    public static final Member IS_UNBOXED = new Member("isUnboxed", "(" + OBJECT_DESC + ")Z");
    public static final Member BOX = new Member("box", "()" + OBJECT_DESC);
    public static final Member EXHAUSTED = new Member("exhausted", "()Ldev/fermata/StopIteration;");
    public static final Member AS_STREAM = new Member("asStream", "()Ljava/util/stream/Stream;");

    public static final Member AS_ASYNC_GENERATOR = new Member("asAsyncGenerator", "()L" + ASYNC_GENERATOR + ";");
    public static final Member FRESH_RUN = new Member("fresh", "()L" + ASYNC_GENERATOR_FRAME + ";");

    /** What the stub of a method that returns a publisher calls. */
    public static final Member PUBLISHER_OF =
            new Member("of", "(L" + ASYNC_TEMPLATE + ";)Ljava/util/concurrent/Flow$Publisher;");

    public static final Member YIELDING = new Member("yielding", "(" + OBJECT_DESC + ")" + OBJECT_DESC);

    /** The marker into which the others that wait are lowered. */
    public static final Member AWAIT = new Member("await", "(L" + AWAITABLE + ";)" + OBJECT_DESC);

    /** What the enhanced {@code for} over an asynchronous generator is woven into. */
    public static final Member OVER = new Member("over", "(L" + ASYNC_GENERATOR + ";)Ljava/util/Iterator;");

    public static final Member VALUE = new Member("value", "(Ljava/util/Iterator;)" + OBJECT_DESC);
    public static final Member CLOSE_ASYNC = new Member("closeAsync", "()L" + COROUTINE + ";");
    /** The counterparts in frames of primitive values, which travel as the bits of a long. */
    public static final Member HAND_OUT = new Member("handOut", "(J)V");

    public static final Member IS_ELSEWHERE = new Member("isElsewhere", "()Z");
    public static final Member FETCHED = new Member("fetched", "()Z");
    public static final Member TAKE_BITS_AHEAD = new Member("takeAhead", "()J");

    /** What the stub of a method that returns a future calls. */
    public static final Member START = new Member("start", "(L" + COROUTINE + ";)L" + COMPLETABLE_FUTURE + ";");

    /** What {@code return CompletableFuture.completedFuture(x)}, or {@code completedStage}, calls. */
    public static final Member COMPLETED_FUTURE =
            new Member("completedFuture", "(" + OBJECT_DESC + ")L" + COMPLETABLE_FUTURE + ";");

    public static final Member COMPLETED_STAGE =
            new Member("completedStage", "(" + OBJECT_DESC + ")Ljava/util/concurrent/CompletionStage;");

    /** What {@code return Generator.returning(x)} and {@code return Coroutine.of(x)} call. */
    public static final Member RETURNING = new Member("returning", "(" + OBJECT_DESC + ")L" + GENERATOR + ";");

    public static final Member OF = new Member("of", "(" + OBJECT_DESC + ")L" + COROUTINE + ";");

    /**
     * Static, because an instance method would be overridden by the body of a subclass's method of the same name.
     * Package-private, so that the frame can call it; public in an interface, where JVMS 4.6 allows nothing between
     * public and private.
     */
    public static int bodyAccess(boolean hostIsInterface) {
        return Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC | (hostIsInterface ? Opcodes.ACC_PUBLIC : 0);
    }

    /** JVMS 4.1: ACC_SUPER is set on every class; the frame is named by nobody but its host. */
    public static final int FRAME_ACCESS = Opcodes.ACC_SUPER | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC;

    /**
     * The name of a body. Coverage tools drop synthetic methods and debuggers step over them, except when they are named
     * like a lambda's.
     */
    static String bodyName(String method, int ordinal) {
        return (method.startsWith("lambda$") ? method : "lambda$" + method) + "$co" + ordinal;
    }

    /**
     * The name of a frame class. The hash changes with the layout, so that a redefined host never meets a frame class of
     * its former shape; the two dollars keep it apart from what javac names.
     */
    static String frameName(String host, String method, int ordinal, int layoutHash) {
        return host + "$$" + method + "$" + ordinal + "$" + String.format("%08x", layoutHash);
    }

    /** A method of the runtime. */
    public record Member(String name, String desc) {}

    private RuntimeNames() {}
}
