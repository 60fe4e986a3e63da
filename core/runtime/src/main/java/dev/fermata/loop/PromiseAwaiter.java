package dev.fermata.loop;

/** One wait for a promise, written as a frame so that its value needs no exception to get out. */
final class PromiseAwaiter extends WaitingFrame {
    private final Promise<?> promise;

    PromiseAwaiter(Promise<?> promise) {
        this.promise = promise;
    }

    @Override
    boolean isOver() {
        return promise.isDone();
    }

    @Override
    Object outcome() {
        return promise.outcome();
    }

    @Override
    void subscribe(EventLoop loop) {
        if (promise.isDone()) {
            wake(promise.outcome());
        } else {
            promise.add(this);
        }
    }

    @Override
    void unsubscribe() {
        promise.remove(this);
    }

    @Override
    protected String method() {
        return "Promise.await";
    }
}
