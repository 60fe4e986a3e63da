package dev.fermata.loop;

/** One wait for a promise or task, written as a frame so that its value needs no exception to get out. */
final class DeferredAwaiter extends WaitingFrame {
    private final Deferred<?> target;

    DeferredAwaiter(Deferred<?> target) {
        this.target = target;
    }

    @Override
    boolean isOver() {
        return target.isDone();
    }

    @Override
    Object outcome() {
        return target.outcome();
    }

    @Override
    public void park(Task<?> task) {
        if (target == task) {
            task.reject(new IllegalStateException(task + " awaits itself, which would never end"));
        } else if (target.loop() != task.loop()) {
            task.reject(new IllegalStateException(task + " awaits a " + target
                    + " of another loop: use its toCompletableFuture(), or complete a promise of this loop by way of"
                    + " callSoonThreadsafe"));
        } else if (target.isDone()) {
            task.wakeBy(target);
        } else {
            target.observe(task);
            task.waitFor(target);
        }
    }

    @Override
    protected String method() {
        return "Deferred.await of the " + target;
    }
}
