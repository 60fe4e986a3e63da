package dev.fermata.loop;

import dev.fermata.Coroutine;
import dev.fermata.NotWovenError;
import dev.fermata.context.ThreadCarrier;
import dev.fermata.frame.AsyncGeneratorHooks;
import dev.fermata.frame.CoroutineFrame;
import dev.fermata.internal.ContextHolder;
import dev.fermata.internal.ContextMap;
import dev.fermata.internal.DebugMode;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.SelectableChannel;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Runs coroutines on one thread (asyncio's event loop). Each turn lets in what other threads have brought, adds the timers
 * that are due and then runs the batch that is ready; what becomes ready meanwhile waits for the next turn. When nothing is
 * ready, the loop waits in an NIO selector.
 *
 * <p>A loop is an explicit object. Many can run side by side, each on a thread of its own; generators and coroutines that
 * are driven by hand need none. Everything but {@link #callSoonThreadsafe}, {@link #submit} and {@link #time} belongs to the
 * thread that runs the loop; while it does not run, any one thread may prepare it.
 *
 * <pre>{@code
 * EventLoop.run(main());                       // main() returns a Coroutine
 *
 * Task<Integer> task = EventLoop.current().spawn(compute());   // inside main
 * int value = Coroutine.await(task);
 * }</pre>
 */
public final class EventLoop implements AutoCloseable {
    private static final ThreadLocal<EventLoop> RUNNING = new ThreadLocal<>();

    /** As a mask: a loop that never waits looks at the clock once for so many tasks. */
    private static final int BIRTHS_PER_NOTE = 0xFF;
    /** After how many turns a loop that never waits looks at its clock, and whether it is to be recorded. */
    private static final int TURNS_PER_LOOK = 64;

    private final LoopClock clock;
    private final ReadyOrder order;

    /** Null for a loop that has no thread of its own. */
    private final Channels channels;

    /** Runs the turns of a loop that has no thread of its own; null for one that has. */
    private final HostedTurns hosted;

    private final Door door;
    private final ReadyQueue ready = new ReadyQueue();
    private final TimerHeap timers = new TimerHeap();
    private final LiveTasks live = new LiveTasks();
    private final UnseenFailures unseenFailures = new UnseenFailures(this);
    private final PromiseFutures promiseFutures = new PromiseFutures();
    private final LoopGenerators generators = new LoopGenerators(this);

    /** What was installed on the thread before this loop ran on it. */
    private AsyncGeneratorHooks outerHooks;

    private boolean isShuttingDown;
    private Duration shutdownGrace = Duration.ofMinutes(1);
    private LoopExceptionHandler exceptionHandler = EventLoop::log;
    private final Carriers carriers = new Carriers(this);
    private final Steps steps = new Steps(carriers, ready);
    private final Offloads offloads = new Offloads(this);
    private int tasksMade;
    private final BirthLog births = new BirthLog();
    private int stagesAwaited;

    /** How many failures and generators are watched for being dropped, so that a turn need not ask in two places. */
    private int watched;

    /** How many tasks wait for channels, and whether a channel has been closed: for how much the selector is needed. */
    private int channelUses;

    private int passages;

    private final Observation observation = new Observation(this);

    /** A field, because C2 makes more of a loop with a counter than is good for so long a body. */
    private int turnsToLook = TURNS_PER_LOOK;

    /** Whether a batch takes more than to run it: there is an order, or somebody observes. One field for a turn to look at. */
    private boolean isAttended;

    private boolean isStopping;
    private volatile Thread thread;
    private volatile boolean closed;

    /** Makes a loop in real time. */
    public EventLoop() {
        this(LoopClock.system());
    }

    /**
     * Makes a loop.
     *
     * @param clock its time, not null
     */
    public EventLoop(LoopClock clock) {
        this(clock, null);
    }

    /**
     * Makes a loop for tests.
     *
     * @param clock its time, not null
     * @param order in which order tasks run that are ready in the same turn; null for the order in which they became ready
     */
    public EventLoop(LoopClock clock, ReadyOrder order) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.order = order;
        this.isAttended = order != null;
        this.hosted = null;
        channels = new Channels(this);
        door = new Door(channels::wakeUp);
        OpenLoops.add(this);
        observation.begin();
    }

    private EventLoop(Executor host, LoopClock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.order = null;
        this.channels = null;
        this.hosted = new HostedTurns(this, host);
        this.door = new Door(hosted::request);
        OpenLoops.add(this);
        observation.begin();
    }

    /**
     * Makes a loop without a thread of its own: its turns run as tasks of an executor, as the event thread of a user
     * interface is one. Such a loop starts by itself when there is something to do; give it work with {@link #submit} or
     * {@link #callSoonThreadsafe}.
     *
     * @param host runs one thing at a time, in the order in which it was asked to, not null
     * @return the loop; close it from a task of the host
     */
    public static EventLoop on(Executor host) {
        return new EventLoop(Objects.requireNonNull(host, "host"), LoopClock.system());
    }

    /**
     * Makes a loop, runs a coroutine to its end and shuts the loop down (asyncio's {@code run}).
     *
     * @param <T> what the coroutine returns
     * @param main the coroutine, fresh
     * @return its result; its failure is thrown as it is
     * @throws IllegalStateException if this thread runs a loop already
     * @see #shutDown
     */
    public static <T> T run(Coroutine<T> main) {
        refuseNested();
        EventLoop loop = new EventLoop();
        try {
            return loop.runUntilComplete(main);
        } finally {
            loop.shutDown();
        }
    }

    /**
     * The loop that runs on this thread (asyncio's {@code get_running_loop}).
     *
     * @return the loop
     * @throws IllegalStateException if there is none
     * @throws NotWovenError if there is none, and a method is to blame that should have been woven and runs at once
     */
    public static EventLoop current() {
        EventLoop loop = RUNNING.get();
        if (loop == null) {
            NotWovenError reason = NotWovenError.amongCallers("EventLoop.current");
            if (reason != null) {
                throw reason;
            }
            throw new IllegalStateException(
                    "no event loop runs on this thread: start one with EventLoop.run(coroutine)");
        }
        return loop;
    }

    /**
     * The loop that runs on this thread, if any.
     *
     * @return the loop, or null
     */
    public static EventLoop currentOrNull() {
        return RUNNING.get();
    }

    /**
     * Waits for a time to pass; no time at all still lets everybody else have a turn (asyncio's {@code sleep}).
     *
     * @param delay how long; a negative time is none
     * @return a coroutine to be awaited on a loop
     */
    @SuppressWarnings("unchecked") // ends with null
    public static Coroutine<Void> sleep(Duration delay) {
        return Nanos.isPositive(delay) ? sleep(delay, null) : (Coroutine<Void>) (Coroutine<?>) new Turn();
    }

    /**
     * Waits for a time to pass and gives a value.
     *
     * @param <T> the type of the value
     * @param delay how long; a negative time is none
     * @param result what awaiting gives, may be null
     * @return a coroutine to be awaited on a loop
     */
    @SuppressWarnings("unchecked") // ends with the result
    public static <T> Coroutine<T> sleep(Duration delay, T result) {
        return (Coroutine<T>) (Coroutine<?>) new Sleep(Objects.requireNonNull(delay, "delay"), result);
    }

    /**
     * Runs the loop on this thread until a coroutine has ended (asyncio's {@code run_until_complete}). Other tasks stay
     * where they are and go on when the loop runs again.
     *
     * @param <T> what the coroutine returns
     * @param main the coroutine, fresh
     * @return its result; its failure is thrown as it is
     * @throws IllegalStateException if this thread runs a loop already, this loop runs on another thread, is hosted or is
     *     closed, or if it was stopped before the coroutine had ended
     */
    public <T> T runUntilComplete(Coroutine<T> main) {
        checkMayRun();
        return runUntilComplete(spawn(main));
    }

    /**
     * Runs the loop on this thread until a promise or task is done.
     *
     * @param <T> the type of its value
     * @param awaited what to wait for, of this loop
     * @return its value; its failure is thrown as it is
     * @throws IllegalArgumentException if it belongs to another loop
     * @throws IllegalStateException as for {@link #runUntilComplete(Coroutine)}
     */
    public <T> T runUntilComplete(Deferred<T> awaited) {
        checkMayRun();
        if (awaited.loop() != this) {
            throw new IllegalArgumentException("the " + awaited + " belongs to another loop");
        }
        Consumer<Deferred<T>> stopper = done -> stop();
        awaited.onDone(stopper);
        try {
            runForever();
        } finally {
            awaited.removeOnDone(stopper);
        }
        if (!awaited.isDone()) {
            throw new IllegalStateException("the loop was stopped before the " + awaited + " was done");
        }
        return awaited.result();
    }

    /**
     * Runs the loop on this thread until {@link #stop} is called.
     *
     * @throws IllegalStateException if this thread runs a loop already, or this loop runs on another thread, is hosted or
     *     is closed
     */
    public void runForever() {
        checkMayRun();
        begin();
        boolean interrupted = false;
        try {
            do {
                if (--turnsToLook == 0) {
                    turnsToLook = TURNS_PER_LOOK;
                    births.look(tasksMade, clock.nanos());
                    observation.lookForRecorder();
                }
                turn(!isStopping);
                interrupted |= Thread.interrupted(); // a selector does not wait on a thread that is interrupted
            } while (!isStopping);
        } finally {
            isStopping = false;
            end();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Has the loop return from {@link #runForever} at the end of this turn; if it does not run, after one turn of the next
     * run. Does nothing once the loop is closed.
     */
    public void stop() {
        if (!closed) {
            checkThread("EventLoop.stop");
            isStopping = true;
        }
    }

    /**
     * Whether the loop runs. Any thread may ask.
     *
     * @return true if so
     */
    public boolean isRunning() {
        return thread != null;
    }

    /**
     * Whether the loop has been closed. Any thread may ask.
     *
     * @return true if so
     */
    public boolean isClosed() {
        return closed;
    }

    /**
     * Starts a coroutine as a task of its own; it begins in the next turn (asyncio's {@code create_task}).
     *
     * @param <T> what the coroutine returns
     * @param coroutine the coroutine, fresh
     * @return the task, to be awaited
     * @throws IllegalStateException if the coroutine has been started or spawned, or the loop is closed
     */
    public <T> Task<T> spawn(Coroutine<T> coroutine) {
        return spawn(null, coroutine);
    }

    /**
     * Starts a coroutine as a task with a name; it begins in the next turn.
     *
     * @param <T> what the coroutine returns
     * @param name what to call the task in messages; null to have one made up
     * @param coroutine the coroutine, fresh
     * @return the task, to be awaited
     * @throws IllegalStateException if the coroutine has been started or spawned, or the loop is closed
     */
    public <T> Task<T> spawn(String name, Coroutine<T> coroutine) {
        Task<T> task = newTask(name, coroutine, "EventLoop.spawn");
        task.wake(null);
        return task;
    }

    /**
     * Starts a coroutine as a task and runs it at once up to its first suspension: what ends without one never enters the
     * queue (asyncio's eager tasks). Only on the running loop.
     *
     * @param <T> what the coroutine returns
     * @param coroutine the coroutine, fresh
     * @return the task, which may have ended already
     * @throws IllegalStateException if the coroutine has been started or spawned, or the loop does not run on this thread
     */
    public <T> Task<T> spawnEagerly(Coroutine<T> coroutine) {
        if (RUNNING.get() != this) {
            throw new IllegalStateException("a task starts eagerly only on the thread that runs its loop");
        }
        Task<T> task = newTask(null, coroutine, "EventLoop.spawnEagerly");
        if (observers() == null) {
            task.runEagerly();
        } else {
            observers().step(task, task::runEagerly);
        }
        return task;
    }

    /**
     * Starts a coroutine as a task, from any thread (asyncio's {@code run_coroutine_threadsafe}).
     *
     * @param <T> what the coroutine returns
     * @param coroutine the coroutine, fresh
     * @return its result for the JDK; cancelling it cancels the task
     * @throws IllegalStateException if the loop is closed
     */
    public <T> CompletableFuture<T> submit(Coroutine<T> coroutine) {
        SubmittedFuture<T> future = new SubmittedFuture<>(this, coroutine);
        callSoonThreadsafe(future);
        return future;
    }

    /**
     * Has another thread do work that would block this one (asyncio's {@code to_thread}): a virtual thread of its own where
     * the JVM has them, else a pooled daemon thread; either is called {@code fermata-offload-} and a number. The work sees
     * the context variables, and what {@link #carry carriers} carry, as they are now; what it sets, others do not see.
     *
     * <p>Cancelling the result interrupts the thread that does the work, and whoever awaits the result is told at once. What
     * the work still gives is dropped; what it still throws is reported to the exception handler, unless it comes of the
     * interrupt. {@link #shutDown} waits for the work within its grace, {@link #close} only interrupts it. A clock that jumps
     * stands still while there is any.
     *
     * <pre>{@code
     * byte[] bytes = await(loop.offload(() -> Files.readAllBytes(path)));
     * }</pre>
     *
     * @param <T> what the work gives
     * @param work what to do, not null
     * @return its result; its failure is thrown at every {@code await}, as it is
     * @throws IllegalStateException if the loop is closed or the thread is not its own
     */
    public <T> Deferred<T> offload(Callable<? extends T> work) {
        Objects.requireNonNull(work, "work");
        checkThread("EventLoop.offload");
        return offloads.start(work);
    }

    /**
     * Has an executor do work that would block this thread (asyncio's {@code run_in_executor}); everything else is as for
     * {@link #offload(Callable)}. The executor stays the caller's to shut down; one that drops work without a word leaves
     * those waiting who await it.
     *
     * @param <T> what the work gives
     * @param executor runs it, not null
     * @param work what to do, not null
     * @return its result
     * @throws IllegalStateException if the loop is closed or the thread is not its own
     * @throws java.util.concurrent.RejectedExecutionException if the executor refuses the work
     */
    public <T> Deferred<T> offload(Executor executor, Callable<? extends T> work) {
        Objects.requireNonNull(executor, "executor");
        Objects.requireNonNull(work, "work");
        checkThread("EventLoop.offload");
        return offloads.start(executor, work);
    }

    /**
     * The tasks that have not ended (asyncio's {@code all_tasks}).
     *
     * @return a copy, in the order in which they were spawned
     */
    public List<Task<?>> tasks() {
        checkThreadIfDebugging("EventLoop.tasks");
        return live.list();
    }

    /**
     * Runs a callback in the next turn, after those that are waiting already (asyncio's {@code call_soon}), in the
     * context of the caller.
     *
     * @param callback what to run, not null
     * @return a handle to take it back
     * @throws IllegalStateException if the loop is closed or the thread is not its own
     */
    public CallbackHandle callSoon(Runnable callback) {
        checkThread("EventLoop.callSoon");
        CallbackHandle handle = new CallbackHandle(Objects.requireNonNull(callback, "callback"), captureContext());
        Confinement.bind(handle, this);
        addReady(handle);
        return handle;
    }

    /**
     * Runs a callback after a time (asyncio's {@code call_later}). Callbacks of the same moment run in the order in which
     * they were asked for.
     *
     * @param delay how long; a negative one is a moment that has passed, and comes before those of no delay
     * @param callback what to run, not null
     * @return a handle to take it back
     * @throws IllegalStateException if the loop is closed or the thread is not its own
     */
    public TimerHandle callLater(Duration delay, Runnable callback) {
        return callAt(clock.nanos() + Nanos.of(delay), callback);
    }

    /**
     * Runs a callback at a time (asyncio's {@code call_at}).
     *
     * @param nanos when, on the clock of {@link #time}; a time that has passed is now
     * @param callback what to run, not null
     * @return a handle to take it back
     * @throws IllegalStateException if the loop is closed or the thread is not its own
     */
    public TimerHandle callAt(long nanos, Runnable callback) {
        checkThread("EventLoop.callAt");
        Objects.requireNonNull(callback, "callback");
        TimerHandle timer = add(new TimerHandle(timers, nanos, callback, captureContext()));
        Confinement.bind(timer, this);
        return timer;
    }

    SleepTimer sleepTimer(Duration delay, Task<?> task, Object result) {
        return add(new SleepTimer(timers, clock.nanos() + Nanos.of(delay), ContextMap.EMPTY, task, result));
    }

    private <H extends TimerHandle> H add(H timer) {
        timers.add(timer);
        if (hosted != null) {
            hosted.requestIfOutside();
        }
        return timer;
    }

    /**
     * Runs a callback on the loop's thread, waking the loop if it waits (asyncio's {@code call_soon_threadsafe}). Any
     * thread may call it; what the caller did before is visible to the callback.
     *
     * @param callback what to run, not null
     * @throws IllegalStateException if the loop is closed
     */
    public void callSoonThreadsafe(Runnable callback) {
        Objects.requireNonNull(callback, "callback");
        checkOpen();
        if (!bringIn(callback)) {
            checkOpen();
        }
    }

    /**
     * Has the loop watch a channel, so that its tasks can wait until something can be read or written (asyncio's {@code
     * add_reader} and {@code add_writer}). The channel stops blocking, and belongs to the watch: closing the loop closes it.
     *
     * @param channel a socket, a server's socket, a datagram channel or an end of a pipe; not null, not watched by any loop
     * @return the watch
     * @throws IOException if the channel is closed, or cannot be made not to block
     * @throws UnsupportedOperationException if the loop is hosted: it has no thread that could wait for channels
     * @throws IllegalStateException if the loop is closed or the thread is not its own
     */
    public ChannelWatch watch(SelectableChannel channel) throws IOException {
        Objects.requireNonNull(channel, "channel");
        checkThread("EventLoop.watch");
        if (channels == null) {
            throw new UnsupportedOperationException("a loop that is hosted by an executor cannot wait for channels: run"
                    + " what needs them on a loop with a thread of its own, such as a LoopThread");
        }
        return channels.watch(channel);
    }

    /**
     * Says that another thread works for this loop and will bring something in, so that a clock that jumps stands still
     * until then. Any thread may call it.
     *
     * <pre>{@code
     * OutsideWork work = loop.expectOutsideWork();
     * executor.execute(() -> {
     *     try (work) {
     *         int answer = compute();
     *         loop.callSoonThreadsafe(() -> promise.complete(answer));
     *     }
     * });
     * }</pre>
     *
     * @return the work, to be closed once it has been done
     */
    public OutsideWork expectOutsideWork() {
        return new OutsideWork(door);
    }

    /**
     * What the loop has to do at the moment.
     *
     * @return the numbers
     */
    public LoopStatistics statistics() {
        return new LoopStatistics(live.size(), ready.size(), timers.size());
    }

    /**
     * The loop's time (asyncio's {@code loop.time}).
     *
     * @return nanoseconds with an arbitrary origin
     */
    public long time() {
        return clock.nanos();
    }

    /**
     * Says where failures go that nobody else can be told of: of callbacks, and of tasks that were never awaited. At
     * first they are logged by the {@link System.Logger} named {@code dev.fermata}.
     *
     * @param handler gets them, not null
     */
    public void setExceptionHandler(LoopExceptionHandler handler) {
        checkThreadIfDebugging("EventLoop.setExceptionHandler");
        exceptionHandler = Objects.requireNonNull(handler, "handler");
    }

    /**
     * Turns the debug mode on or off, with what {@link DebugOptions#defaults} says (asyncio's {@code set_debug}). It is on from
     * the start with the system property {@code fermata.debug=true}, which also has coroutines reported that are never
     * awaited, and calls from wrong threads refused that are too many to be checked always: that cannot be turned on here.
     *
     * @param on whether to look for mistakes from now on
     * @throws IllegalStateException if the loop is closed or the thread is not its own
     * @see #setDebug(DebugOptions)
     */
    public void setDebug(boolean on) {
        checkThread("EventLoop.setDebug");
        observation.debugWith(on ? DebugOptions.defaults() : null);
    }

    /**
     * Turns the debug mode on: from now on the {@link System.Logger} named {@code dev.fermata} is told of steps that take too
     * long, while the loop is blocked and afterwards, of tasks that go on or end with a value though they have been asked to
     * stop, and of loops that are dropped without being closed; and the exception handler is told of tasks that have not ended
     * when the loop is closed. All of that costs time and memory for each step and each task.
     *
     * @param options how long is too long, not null
     * @throws IllegalStateException if the loop is closed or the thread is not its own
     */
    public void setDebug(DebugOptions options) {
        checkThread("EventLoop.setDebug");
        observation.debugWith(Objects.requireNonNull(options, "options"));
    }

    /**
     * Whether the debug mode is on (asyncio's {@code get_debug}).
     *
     * @return true if so
     */
    public boolean isDebug() {
        return observation.isDebug();
    }

    /** Whether tasks that are left have been asked to end, and reported if they did not. */
    boolean isShuttingDown() {
        return isShuttingDown;
    }

    void setShuttingDown(boolean isShuttingDown) {
        this.isShuttingDown = isShuttingDown;
    }

    /**
     * Tells the exception handler of a failure. If the handler fails itself, both are logged.
     *
     * @param failure what happened
     */
    public void report(LoopFailure failure) {
        try {
            exceptionHandler.handle(failure);
        } catch (Throwable e) {
            rethrowIfFatal(e);
            Log.LOGGER.log(Level.ERROR, "the exception handler of the loop failed", e);
            log(failure);
        }
    }

    /**
     * Lets a thread-local follow the tasks of this loop, from now on. What the task that calls this puts on the thread
     * afterwards is its own; tasks that were spawned before begin with what they find.
     *
     * @param carrier reads and writes it, not null
     * @throws IllegalStateException if the loop is closed or the thread is not its own
     */
    public void carry(ThreadCarrier carrier) {
        checkThread("EventLoop.carry");
        steps.carry(Objects.requireNonNull(carrier, "carrier"));
    }

    /**
     * Ends everything in order, as {@link #run} does: cancels the tasks that are left and waits until they have ended,
     * closes the asynchronous generators that are left and waits for that too, waits for offloaded work, reports what failed
     * in doing so, and closes the loop. What a task spawns meanwhile is cancelled too. A task that has not ended after the
     * {@link #setShutdownGrace grace} is reported and closed where it stands; work that has not is reported and interrupted.
     *
     * @throws IllegalStateException if the loop is running; if it is hosted and something is left, which cannot be waited
     *     for on the thread of the host and has been closed as {@link #close} does
     */
    public void shutDown() {
        new Shutdown(this, shutdownGrace).run();
    }

    /**
     * Closes the asynchronous generators that have been used on this loop and have not ended, all at the same time (asyncio's
     * {@code shutdown_asyncgens}). Failures go to the exception handler. {@link #shutDown} does the same.
     *
     * @return a coroutine to be awaited on this loop, which ends when all are closed
     */
    @SuppressWarnings("unchecked") // ends with null
    public Coroutine<Void> shutdownAsyncGenerators() {
        return (Coroutine<Void>) (Coroutine<?>) new GeneratorShutdown(this);
    }

    /**
     * Says how long {@link #shutDown} waits for tasks that it has cancelled, and for offloaded work. At first this is a minute.
     *
     * @param grace how long, not negative
     */
    public void setShutdownGrace(Duration grace) {
        checkThreadIfDebugging("EventLoop.setShutdownGrace");
        shutdownGrace = Objects.requireNonNull(grace, "grace");
    }

    /**
     * Frees the loop at once. Tasks that are left are closed where they stand, so that their {@code finally} blocks run but
     * can await nothing more; failures that nobody has asked about are reported. Does nothing the second time.
     *
     * @throws IllegalStateException if the loop is running
     * @see #shutDown
     */
    @Override
    public void close() {
        if (thread != null) {
            throw new IllegalStateException("the loop is running and cannot be closed");
        }
        if (closed) {
            return;
        }
        try {
            closeTasks();
        } finally {
            closed = true;
            OpenLoops.remove(this);
            offloads.close();
            door.shut().forEach(CallbackHandle::drop);
            ready.clear();
            timers.clear();
            promiseFutures.cancelAll();
            unseenFailures.reportAll();
            if (channels != null) {
                channels.close();
            }
            observation.end();
        }
    }

    /** A finally block may spawn another task, so this goes on until there are none. */
    private void closeTasks() {
        EventLoop outer = RUNNING.get();
        RUNNING.set(this);
        steps.beginOnThread();
        try {
            while (!live.isEmpty()) {
                close(live.first());
            }
        } finally {
            steps.endOnThread();
            restore(outer);
        }
    }

    private void close(Task<?> task) {
        if (observers() == null) {
            task.close();
        } else {
            observers().close(task);
        }
    }

    private void begin() {
        births.look(tasksMade, clock.nanos()); // first, for a clock of the user's own may fail
        RUNNING.set(this);
        outerHooks = AsyncGeneratorHooks.install(generators);
        steps.beginOnThread();
        thread = Thread.currentThread();
        observation.lookForRecorder();
    }

    private void end() {
        AsyncGeneratorHooks.install(outerHooks);
        outerHooks = null;
        thread = null;
        steps.endOnThread();
        RUNNING.remove();
    }

    private static void restore(EventLoop outer) {
        if (outer == null) {
            RUNNING.remove();
        } else {
            RUNNING.set(outer);
        }
    }

    /** One turn on behalf of a host; gives the nanoseconds until the next is wanted: 0 at once, negative when woken. */
    long hostedTurn() {
        EventLoop outer = RUNNING.get();
        begin();
        try {
            turn(false);
        } finally {
            end();
            restore(outer);
        }
        return ready.isEmpty() ? timers.untilNext(clock.nanos()) : 0;
    }

    private void turn(boolean mayWait) {
        if (mayWait && ready.isEmpty()) {
            boolean outsideWork = door.isAnybodyExpected(); // asked first: who leaves after this has come in before
            if (door.isEmpty()) {
                waitForWork(outsideWork);
            }
        } else if (channelUses > 0) {
            channels.lookIfDue(ready.size());
        }
        door.letIn(ready);
        if (!timers.isEmpty()) {
            long now = clock.nanos();
            births.look(tasksMade, now);
            for (TimerHandle due = timers.pollDue(now); due != null; due = timers.pollDue(now)) {
                ready.add(due);
            }
        }
        if (isAttended) {
            runAttendedBatch();
        } else {
            runBatch();
        }
        if (watched > 0) {
            unseenFailures.reportDropped();
            generators.closeDropped();
        }
    }

    private void runBatch() {
        int end = ready.beginBatch();
        try {
            while (!ready.isAt(end)) {
                runFirst();
            }
        } finally {
            ready.endBatch();
        }
    }

    private void runAttendedBatch() {
        if (order != null) {
            ready.reorder(order);
        }
        int end = ready.beginBatch();
        try {
            while (!ready.isAt(end)) {
                if (observers() == null) { // who has observed may have gone meanwhile
                    runFirst();
                } else {
                    runFirstObserved(observers());
                }
            }
        } finally {
            ready.endBatch();
        }
    }

    private void runFirstObserved(Observers told) {
        Task<?> task = ready.firstTask();
        if (task != null) {
            told.step(task, this::runFirst);
            return;
        }
        Object callback = ready.firstCallback().what();
        if (callback == null || callback instanceof Question) {
            runFirst(); // it has been taken back, or looks on itself
        } else {
            told.callback(callback, this::runFirst);
        }
    }

    /** The selector costs a system call, so it is asked only when there is nothing else to do. */
    private void waitForWork(boolean outsideWork) {
        long nanos = timers.isEmpty() ? -1 : timers.untilNext(clock.nanos());
        noteBirths();
        // Nobody knows who is to complete a stage that is awaited, or to write to a channel; as long as there are
        // timers,
        // one of them may.
        boolean isSomethingExpected = (stagesAwaited > 0 || channels.isAnybodyWaiting()) && timers.isEmpty();
        Observers told = observers();
        if (told != null) {
            told.waitBegins();
        }
        channels.await(clock, nanos, outsideWork || isSomethingExpected);
        if (told != null) {
            told.waitEnded();
        }
        if (timers.isEmpty()) { // else the turn looks at the clock in any case
            births.look(tasksMade, clock.nanos());
        }
        observation.lookForRecorder();
    }

    private void runFirst() {
        try {
            Task<?> task = ready.firstTask();
            if (task != null) {
                task.run();
            } else {
                run(ready.takeFirstCallback());
            }
        } finally {
            ready.removeFirst();
        }
    }

    /**
     * Whether the next turn would do nothing but go on with the task that runs and has just given way: then it need not even
     * be left. A task that computes for long and lets others in between is mostly alone.
     */
    boolean hasOnlyWhatRuns() {
        return ready.isLast()
                && door.isEmpty()
                && timers.isEmpty()
                && !isStopping
                && watched == 0
                && !isAttended
                && hosted == null
                && channelUses == 0
                && !steps.carries()
                && !Thread.currentThread().isInterrupted();
    }

    private void run(CallbackHandle callback) {
        try {
            callback.run(this);
        } catch (Throwable failure) {
            rethrowIfFatal(failure);
            report(new LoopFailure(this, "a callback failed", failure, null));
        }
    }

    private <T> Task<T> newTask(String name, Coroutine<T> coroutine, String operation) {
        checkThread(operation);
        CoroutineFrame frame = (CoroutineFrame) coroutine;
        frame.claim();
        Task<T> task = new Task<>(this, frame, ++tasksMade, name, captureContext());
        if ((tasksMade & BIRTHS_PER_NOTE) == 0) {
            births.note(tasksMade, clock.nanos());
        }
        live.add(task);
        if (isAttended && observers() != null) {
            observers().taskSpawned(task);
        }
        return task;
    }

    /**
     * When the JVM is in trouble, that is not the loop's to hide. But a stack that overflowed has been unwound again, and
     * memory that one task asked for in vain is no reason to stop the others.
     */
    static void rethrowIfFatal(Throwable failure) {
        if (failure instanceof VirtualMachineError fatal
                && !(fatal instanceof StackOverflowError)
                && !(fatal instanceof OutOfMemoryError)) {
            throw fatal;
        }
    }

    static void log(LoopFailure failure) {
        Log.LOGGER.log(Level.ERROR, failure.message(), failure.error());
    }

    /** From any thread; false if the loop is closed and the callback will never run. */
    boolean bringIn(Runnable callback) {
        if (RUNNING.get() == this) {
            addReady(new CallbackHandle(callback, captureContext()));
            return true;
        }
        return door.enter(new CallbackHandle(
                callback, carriers.capture(ContextHolder.ofThread().map())));
    }

    /** Whoever came through the door before this is served before this. */
    void addReady(Task<?> task) {
        door.letIn(ready);
        ready.add(task);
        if (hosted != null) {
            hosted.requestIfOutside();
        }
    }

    /** As for a task. */
    void addReady(CallbackHandle callback) {
        door.letIn(ready);
        ready.add(callback);
        if (hosted != null) {
            hosted.requestIfOutside();
        }
    }

    /** What something begun now is to run in later. */
    ContextMap captureContext() {
        return steps.capture();
    }

    /** Any thread; but on another than the loop's, what is found in passing. */
    List<Task<?>> liveTasks() {
        return live.list();
    }

    /** So that the ages of tasks that have been spawned since the last time count from now at least. */
    void noteBirths() {
        if (births.isBehind(tasksMade)) {
            births.note(tasksMade, clock.nanos());
        }
    }

    /** How long ago a task was spawned at least, in nanoseconds. */
    long ageOf(Task<?> task, long now) {
        return births.ageOf(task.number(), now);
    }

    /** The same if the loop is stuck. */
    long ageIfStuck(Task<?> task, long now) {
        return births.ageIfStuck(task.number(), now);
    }

    /** Who runs the loop; null if nobody does. */
    Thread thread() {
        return thread;
    }

    /** Whether the loop would answer nobody, because no thread runs it or will run it if something is brought in. */
    boolean isIdle() {
        return thread == null && hosted == null;
    }

    Task<?> runningTask() {
        return steps.runningTask();
    }

    Steps steps() {
        return steps;
    }

    /** Something is to be looked after at the end of each turn, for it may have been dropped. */
    void watchOneMore() {
        watched++;
    }

    void watchOneLess() {
        watched--;
    }

    void channelUsed() {
        channelUses++;
    }

    void channelNoLongerUsed() {
        channelUses--;
    }

    /** A task waits for a stage that any thread may complete. */
    void stageAwaited() {
        stagesAwaited++;
    }

    void stageLeft() {
        stagesAwaited--;
    }

    void forget(Task<?> task) {
        live.remove(task);
    }

    /** Who observes has come or gone. */
    void attend() {
        isAttended = order != null || observers() != null;
    }

    Observation observation() {
        return observation;
    }

    /** Who observes the loop; null if nobody does. */
    Observers observers() {
        return observation.observers();
    }

    Carriers carriers() {
        return carriers;
    }

    Offloads offloads() {
        return offloads;
    }

    LoopGenerators generators() {
        return generators;
    }

    UnseenFailures unseenFailures() {
        return unseenFailures;
    }

    PromiseFutures promiseFutures() {
        return promiseFutures;
    }

    Door door() {
        return door;
    }

    /** A number for one call of {@link Task#cancel}. */
    int newPassage() {
        return ++passages;
    }

    void checkThread(String operation) {
        checkOpen();
        refuseOtherThread(operation);
    }

    /** Where it would cost too much to check always, and for what a loop that is closed still allows. */
    void checkThreadIfDebugging(String operation) {
        if (DebugMode.ON) {
            refuseOtherThread(operation);
        }
    }

    void refuseOtherThread(String operation) {
        Thread owner = thread;
        if (owner != null && owner != Thread.currentThread()) {
            throw new IllegalStateException(
                    operation + " was called on " + Thread.currentThread().getName() + ", but the loop runs on "
                            + owner.getName() + ": use callSoonThreadsafe");
        }
    }

    private void checkMayRun() {
        refuseNested();
        if (thread != null) {
            throw new IllegalStateException("the loop runs on " + thread.getName());
        }
        if (hosted != null) {
            throw new IllegalStateException("a hosted loop runs by itself: give it the coroutine with submit");
        }
        checkOpen();
    }

    static void refuseNested() {
        if (RUNNING.get() != null) {
            throw new IllegalStateException(
                    "an event loop runs on this thread already: await the coroutine, or spawn it");
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the event loop is closed");
        }
    }
}
