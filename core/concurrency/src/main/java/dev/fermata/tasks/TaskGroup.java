package dev.fermata.tasks;

import static dev.fermata.Coroutine.await;

import dev.fermata.AsyncCloseable;
import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.GeneratorExit;
import dev.fermata.SuppressDiagnostics;
import dev.fermata.Suspendable;
import dev.fermata.loop.Deferred;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Forwarding;
import dev.fermata.loop.LoopFailure;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Tasks that end together (asyncio's {@code TaskGroup}, PEP 654's {@code ExceptionGroup}). The group does not end before all
 * of its tasks have; when one fails, the others are cancelled; all failures come out as one {@link ExceptionGroup}, in the
 * order in which they happened. The cancellation of a single task is no failure. Cancelling the task that owns the group
 * cancels all of it.
 *
 * <pre>{@code
 * await(TaskGroup.run(group -> {
 *     group.fork(serve(a));
 *     group.fork(serve(b));
 *     return null;
 * }));
 * }</pre>
 *
 * <p>Here the first failure cancels the body, too. In the shape of the JDK's {@code StructuredTaskScope} it does not: the
 * owner is told by {@link #join}, so that nothing surprises it before.
 *
 * <pre>{@code
 * try (TaskGroup group = TaskGroup.open()) {
 *     Task<User> user = group.fork(findUser());
 *     Task<Order> order = group.fork(fetchOrder());
 *     await(group.join());
 *     return Coroutine.of(new Response(user.result(), order.result()));
 * }
 * }</pre>
 *
 * <p>Any task of the loop may fork into a group while it runs, its own tasks among them; not after one has failed, and not
 * once the group has ended. Confined to the loop's thread.
 */
public final class TaskGroup implements AsyncCloseable {
    /** Those that have not ended, in the order in which they were forked. */
    private final Set<Task<?>> children = new LinkedHashSet<>();

    private final List<Throwable> failures = new ArrayList<>();

    /** One object, so that it can be taken back. */
    private final Consumer<Deferred<?>> ownerEnded = this::ownerEnded;

    private EventLoop loop;

    /** Who has entered the group; null if nobody has. */
    private Task<?> owner;

    /** The requests to cancel the owner that were there before. */
    private int requestsBefore;

    /** Whether a failure is to reach the owner before it joins. */
    private boolean interruptsOwner;

    /** Whether the owner has been cancelled because of a failure. */
    private boolean hasInterrupted;

    private boolean isLeaving;
    private boolean isAborting;

    /** The JVM in trouble: thrown as it is, because it concerns more than this group. */
    private VirtualMachineError fatal;

    /** Completed when there are no children left; null while nobody waits for that. */
    private Promise<Void> childless;

    /** Makes a group to be entered. */
    public TaskGroup() {}

    /**
     * Runs a body in a new group.
     *
     * @param <T> what the body returns
     * @param body what to run; gets the group
     * @return gives what the body returns, when all tasks have ended; throws as {@link #enter} does
     */
    public static <T> Coroutine<T> run(Body<? super TaskGroup, ? extends T> body) {
        return new TaskGroup().enter(body);
    }

    /**
     * Makes a group for a try-with-resources statement, owned by the task that runs.
     *
     * @return the group
     * @throws IllegalStateException if no task runs
     */
    public static TaskGroup open() {
        TaskGroup group = new TaskGroup();
        group.begin();
        group.owner.onDone(group.ownerEnded);
        return group;
    }

    /**
     * Runs a body in this group, and waits for all tasks of the group. It can be done once. The first failure of a task
     * cancels the others and the body; a failure of the body cancels the tasks.
     *
     * @param <T> what the body returns
     * @param body what to run; gets this
     * @return gives what the body returns. It throws {@link ExceptionGroup} if any task, or the body, has failed; a {@link
     *     Cancellation} if the owner was cancelled and nothing failed; a {@link VirtualMachineError} of a task or the body as
     *     it is; {@link IllegalStateException} if this group has been entered before or no task runs
     */
    @Suspendable
    @SuppressDiagnostics("FERMATA-022") // what it catches is thrown again, by leave
    public <T> Coroutine<T> enter(Body<? super TaskGroup, ? extends T> body) {
        begin();
        interruptsOwner = true;
        T value = null;
        Throwable error = null;
        try {
            value = await(Bodies.start(body, this));
        } catch (GeneratorExit exit) {
            isLeaving = true;
            abort(); // closed where it stands, the owner can wait for nothing
            throw exit;
        } catch (Throwable thrown) {
            error = thrown;
            abort();
        }
        await(leave(error));
        return Coroutine.of(value);
    }

    /**
     * Starts a task in the group; it begins in the next turn.
     *
     * @param <T> what the coroutine returns
     * @param coroutine the coroutine, fresh; closed if it is refused
     * @return the task
     * @throws IllegalStateException if the group has not been entered, a task or the body has failed, the group is being
     *     cancelled, or it has ended
     */
    public <T> Task<T> fork(Coroutine<T> coroutine) {
        return fork(null, coroutine);
    }

    /**
     * Starts a task with a name.
     *
     * @param <T> what the coroutine returns
     * @param name what to call the task in messages; null to have one made up
     * @param coroutine the coroutine, fresh; closed if it is refused
     * @return the task
     * @throws IllegalStateException as for {@link #fork(Coroutine)}
     */
    public <T> Task<T> fork(String name, Coroutine<T> coroutine) {
        checkAccepts(coroutine);
        return adopt(loop.spawn(name, coroutine));
    }

    /**
     * Starts a task and runs it at once up to its first suspension.
     *
     * @param <T> what the coroutine returns
     * @param coroutine the coroutine, fresh; closed if it is refused
     * @return the task, which may have ended already
     * @throws IllegalStateException as for {@link #fork(Coroutine)}, or if the loop does not run on this thread
     */
    public <T> Task<T> forkEagerly(Coroutine<T> coroutine) {
        checkAccepts(coroutine);
        return adopt(loop.spawnEagerly(coroutine));
    }

    /**
     * Waits for all tasks of an {@link #open} group. That ends the group: until then its tasks may fork more, afterwards
     * nobody may. If the owner is cancelled while it waits, so are the tasks, and their end is waited for.
     *
     * @return gives null. It throws {@link ExceptionGroup}, {@link Cancellation} and {@link VirtualMachineError} as {@link
     *     #enter} does, and {@link IllegalStateException} if the task that runs has not opened the group, or has joined it
     *     before
     */
    @Suspendable
    public Coroutine<Void> join() {
        checkOwner("joined");
        if (isLeaving) {
            throw new IllegalStateException("the " + this + " has been joined already");
        }
        await(leave(null));
        return null;
    }

    /**
     * Ends an {@link #open} group: cancels the tasks that are left, and waits for them. Does nothing after {@link #join}.
     *
     * @return gives null. If the group was not joined, it throws {@link ExceptionGroup} if any task has failed, a {@link
     *     Cancellation} if the owner is cancelled while it waits, and {@link IllegalStateException} if the task that runs has
     *     not opened the group
     */
    @Override
    @Suspendable
    public Coroutine<Void> closeAsync() {
        checkOwner("closed");
        if (!isLeaving) {
            abort();
            await(leave(null));
        }
        return null;
    }

    @Override
    public String toString() {
        return "group of " + children.size() + " tasks"
                + (owner == null ? ", not entered" : isAborting ? ", being cancelled" : "")
                + (failures.isEmpty() ? "" : ", " + failures.size() + " failures");
    }

    private void begin() {
        if (owner != null) {
            throw new IllegalStateException("the " + this + " has been entered already");
        }
        owner = Task.current();
        if (owner == null) {
            throw new IllegalStateException("a group belongs to the task that enters it, and no task runs");
        }
        loop = owner.loop();
        requestsBefore = owner.cancelling();
    }

    private void checkOwner(String operation) {
        if (owner == null || interruptsOwner || Task.current() != owner) {
            throw new IllegalStateException(
                    "a group is " + operation + " by the task that has opened it, and only by it");
        }
    }

    private void checkAccepts(Coroutine<?> coroutine) {
        String refusal = owner == null
                ? "has not been entered"
                : isLeaving && children.isEmpty() ? "has ended" : isAborting ? "is being cancelled" : null;
        if (refusal != null) {
            coroutine.close(); // nobody is to be told that it was never awaited
            throw new IllegalStateException("the group " + refusal + " and takes no tasks");
        }
    }

    private <T> Task<T> adopt(Task<T> child) {
        if (child.isDone()) {
            ended(child);
        } else {
            children.add(child);
            child.onDone(this::childEnded);
        }
        return child;
    }

    private void childEnded(Deferred<?> child) {
        children.remove(child);
        if (childless != null && children.isEmpty()) {
            childless.tryComplete(null);
        }
        ended(child);
    }

    private void ended(Deferred<?> child) {
        Throwable failure = child.isCancelled() ? null : child.failure();
        if (failure == null) {
            return;
        }
        if (owner.isDone()) {
            loop.report(
                    new LoopFailure(loop, child + " failed after the owner of its group had ended", failure, child));
            return;
        }
        failed(failure);
        if (!isAborting) {
            abort();
            if (interruptsOwner) {
                hasInterrupted = true;
                owner.cancel();
            }
        }
    }

    private void failed(Throwable failure) {
        failures.add(failure);
        if (fatal == null && failure instanceof VirtualMachineError error && !(error instanceof StackOverflowError)) {
            fatal = error;
        }
    }

    /** What the group waits for; a request to cancel it is passed on by the owner. */
    private final class Children implements Forwarding {
        @Override
        public boolean test(String reason) {
            return childless.end(reason);
        }

        @Override
        public Collection<? extends Deferred<?>> behind() {
            return children;
        }
    }

    private void abort() {
        if (!isAborting) {
            isAborting = true;
            children.forEach(Task::cancel);
        }
    }

    /** Waits for the children, and throws what is to be thrown; {@code error} is what the body has thrown, or null. */
    @Suspendable
    private Coroutine<Void> leave(Throwable error) {
        isLeaving = true;
        Cancellation first = error instanceof Cancellation cancelled ? cancelled : null;
        Cancellation last = first;
        while (!children.isEmpty()) {
            childless = Promise.cancelledBy(loop, new Children());
            try {
                await(childless);
            } catch (Cancellation again) { // perhaps only because a child has failed
                first = first == null ? again : first;
                last = again;
                abort();
            }
        }
        owner.removeOnDone(ownerEnded);
        if (error != null && !(error instanceof Cancellation)) {
            failed(error);
        }
        throwResult(first, last);
        return null;
    }

    private void throwResult(Cancellation first, Cancellation last) {
        if (hasInterrupted) {
            owner.uncancel();
        }
        if (fatal != null) {
            throw fatal;
        }
        if (!failures.isEmpty()) {
            if (last != null) {
                askAgain(last);
            }
            throw new ExceptionGroup(failures.size() + " failed in a group of tasks", failures);
        }
        if (first != null) {
            throw first;
        }
    }

    /**
     * The failures take the place of a cancellation that was meant for the owner, which is therefore thrown at the next
     * suspension point. It still counts once.
     */
    private void askAgain(Cancellation cancelled) {
        if (owner.cancelling() > (hasInterrupted ? requestsBefore : 0)) {
            owner.uncancel();
            owner.cancel(cancelled.reason());
        }
    }

    /** The owner of an open group has neither joined nor closed it. */
    private void ownerEnded(Deferred<?> ended) {
        abort();
        Throwable failure = failures.isEmpty() ? null : new ExceptionGroup("they failed in a group of tasks", failures);
        loop.report(new LoopFailure(loop, ended + " has ended without closing its " + this, failure, ended));
    }
}
