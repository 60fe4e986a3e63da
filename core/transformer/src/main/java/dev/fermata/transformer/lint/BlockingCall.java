package dev.fermata.transformer.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A method of the JDK that blocks the thread that calls it. The table is read by the type that the caller names, as no
 * class is loaded to look at its supertypes; so common implementations stand beside their interfaces. {@code Lock.lock}
 * is not in it: short critical sections without a suspension point are in order.
 *
 * @param owner internal name of the type that the call names
 * @param method the method, with any parameters
 * @param advice what to do instead
 */
record BlockingCall(String owner, String method, String advice) {
    private static final String SLEEP = "await EventLoop.sleep";
    private static final String PROMISE =
            "let its callback complete a Promise through EventLoop.callSoonThreadsafe, and await the promise";
    private static final String THREAD =
            "make the call on a thread of its own, let that complete a Promise through EventLoop.callSoonThreadsafe, and"
                    + " await the promise";
    private static final String SIGNAL = "await a Promise that the other side completes";

    private static final Map<String, BlockingCall> TABLE = byOwnerAndMethod(List.of(
            rows("java/lang/Thread", SLEEP, "sleep"),
            rows("java/util/concurrent/TimeUnit", SLEEP, "sleep"),
            rows("java/util/concurrent/locks/LockSupport", SIGNAL, "park", "parkNanos", "parkUntil"),
            rows("java/lang/Object", SIGNAL, "wait"),
            rows("java/lang/Thread", THREAD, "join"),
            rows("java/lang/Process", PROMISE, "waitFor"),
            rows("java/util/concurrent/TimeUnit", THREAD, "timedJoin", "timedWait"),
            rows("java/util/concurrent/Future", THREAD, "get"),
            rows("java/util/concurrent/FutureTask", THREAD, "get"),
            rows("java/util/concurrent/ForkJoinTask", THREAD, "get", "join", "invoke"),
            rows("java/util/concurrent/CompletableFuture", "await it", "get", "join"),
            rows("java/util/concurrent/CountDownLatch", SIGNAL, "await"),
            rows("java/util/concurrent/CyclicBarrier", SIGNAL, "await"),
            rows("java/util/concurrent/Phaser", SIGNAL, "awaitAdvance", "arriveAndAwaitAdvance"),
            rows("java/util/concurrent/Exchanger", SIGNAL, "exchange"),
            rows("java/util/concurrent/Semaphore", SIGNAL, "acquire", "acquireUninterruptibly"),
            rows(
                    "java/util/concurrent/locks/Condition",
                    SIGNAL,
                    "await",
                    "awaitNanos",
                    "awaitUntil",
                    "awaitUninterruptibly"),
            rows("java/util/concurrent/BlockingQueue", SIGNAL, "take", "put"),
            rows("java/util/concurrent/BlockingDeque", SIGNAL, "take", "put", "takeFirst", "takeLast"),
            rows("java/util/concurrent/ArrayBlockingQueue", SIGNAL, "take", "put"),
            rows("java/util/concurrent/LinkedBlockingQueue", SIGNAL, "take", "put"),
            rows("java/util/concurrent/LinkedBlockingDeque", SIGNAL, "take", "put", "takeFirst", "takeLast"),
            rows("java/util/concurrent/SynchronousQueue", SIGNAL, "take", "put"),
            rows("java/util/concurrent/PriorityBlockingQueue", SIGNAL, "take"),
            rows("java/util/concurrent/DelayQueue", SIGNAL, "take"),
            rows("java/util/concurrent/TransferQueue", SIGNAL, "take", "put", "transfer"),
            rows("java/util/concurrent/LinkedTransferQueue", SIGNAL, "take", "transfer"),
            rows("java/util/concurrent/ExecutorService", THREAD, "awaitTermination", "invokeAll", "invokeAny"),
            rows("java/util/concurrent/ThreadPoolExecutor", THREAD, "awaitTermination", "invokeAll", "invokeAny"),
            rows("java/util/concurrent/ForkJoinPool", THREAD, "awaitTermination", "invoke", "invokeAll", "invokeAny"),
            rows("java/util/concurrent/CompletionService", THREAD, "take"),
            rows("java/util/concurrent/ExecutorCompletionService", THREAD, "take"),
            rows("java/net/http/HttpClient", "await what sendAsync returns", "send"),
            rows("java/net/Socket", THREAD, "connect"),
            rows("java/net/ServerSocket", THREAD, "accept"),
            rows("java/net/DatagramSocket", THREAD, "receive"),
            rows("java/net/URL", THREAD, "openStream"),
            rows("java/nio/channels/Selector", THREAD, "select")));

    /** The row for a call; null if it is not known to block. */
    static BlockingCall of(MethodInsnNode call) {
        return TABLE.get(key(call.owner, call.name));
    }

    static Iterable<BlockingCall> all() {
        return TABLE.values();
    }

    private static List<BlockingCall> rows(String owner, String advice, String... methods) {
        List<BlockingCall> rows = new ArrayList<>();
        for (String method : methods) {
            rows.add(new BlockingCall(owner, method, advice));
        }
        return rows;
    }

    private static Map<String, BlockingCall> byOwnerAndMethod(List<List<BlockingCall>> groups) {
        Map<String, BlockingCall> table = new HashMap<>();
        for (List<BlockingCall> group : groups) {
            for (BlockingCall row : group) {
                table.put(key(row.owner, row.method), row);
            }
        }
        return table;
    }

    private static String key(String owner, String method) {
        return owner + '.' + method;
    }
}
