package dev.fermata.transformer.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A JDK method that is known to block.
 *
 * @param owner internal name of the class that calls name
 * @param method its name
 * @param advice what to do instead
 */
record BlockingCall(String owner, String method, String advice) {
    private static final String SLEEP = "await a sleep of the loop";
    private static final String FUTURE = "let its completion resume the coroutine, such as by a promise of the loop";
    private static final String SYNCHRONIZER = "wait for a promise of the loop that is completed instead";
    private static final String IO = "do it in another thread, and await a promise that this completes";

    /** By owner and method. */
    private static final Map<String, BlockingCall> KNOWN = new HashMap<>();

    static {
        add("java/lang/Thread", SLEEP, "sleep");
        add("java/util/concurrent/TimeUnit", SLEEP, "sleep", "timedWait", "timedJoin");
        add("java/util/concurrent/locks/LockSupport", SLEEP, "park", "parkNanos", "parkUntil");
        add("java/lang/Thread", SYNCHRONIZER, "join");
        add("java/lang/Object", SYNCHRONIZER, "wait");
        add("java/util/concurrent/Future", FUTURE, "get");
        add("java/util/concurrent/FutureTask", FUTURE, "get");
        add("java/util/concurrent/ForkJoinTask", FUTURE, "get", "join", "invoke");
        add("java/util/concurrent/CompletableFuture", FUTURE, "get", "join");
        add("java/util/concurrent/ExecutorService", FUTURE, "awaitTermination", "invokeAll", "invokeAny", "close");
        add("java/util/concurrent/CompletionService", FUTURE, "take");
        add("java/util/concurrent/CountDownLatch", SYNCHRONIZER, "await");
        add("java/util/concurrent/CyclicBarrier", SYNCHRONIZER, "await");
        add("java/util/concurrent/Phaser", SYNCHRONIZER, "arriveAndAwaitAdvance", "awaitAdvance");
        add("java/util/concurrent/Exchanger", SYNCHRONIZER, "exchange");
        add("java/util/concurrent/Semaphore", SYNCHRONIZER, "acquire", "acquireUninterruptibly");
        add("java/util/concurrent/locks/Condition", SYNCHRONIZER, "await", "awaitNanos", "awaitUntil");
        for (String queue : List.of(
                "BlockingQueue",
                "BlockingDeque",
                "TransferQueue",
                "LinkedBlockingQueue",
                "ArrayBlockingQueue",
                "LinkedBlockingDeque",
                "PriorityBlockingQueue",
                "DelayQueue",
                "SynchronousQueue",
                "LinkedTransferQueue")) {
            add("java/util/concurrent/" + queue, SYNCHRONIZER, "take", "takeFirst", "takeLast", "transfer");
            if (!queue.startsWith("Priority") && !queue.startsWith("Delay")) {
                add("java/util/concurrent/" + queue, SYNCHRONIZER, "put", "putFirst", "putLast");
            }
        }
        add("java/lang/Process", FUTURE, "waitFor");
        add("java/net/http/HttpClient", "call sendAsync and let its completion resume the coroutine", "send");
        add("java/net/ServerSocket", IO, "accept");
        add("java/net/Socket", IO, "connect", "getInputStream");
        add("java/net/DatagramSocket", IO, "receive");
        add("java/net/InetAddress", IO, "getByName", "getAllByName");
        add("java/net/URL", IO, "openStream", "getContent");
    }

    /** The known call of this name, whichever the overload; null if there is none. */
    static BlockingCall find(String owner, String method) {
        return KNOWN.get(owner + "." + method);
    }

    private static void add(String owner, String advice, String... methods) {
        for (String method : methods) {
            KNOWN.put(owner + "." + method, new BlockingCall(owner, method, advice));
        }
    }

    /** As users write it. */
    @Override
    public String toString() {
        return owner.substring(owner.lastIndexOf('/') + 1) + "." + method;
    }
}
