package dev.fermata.loop;

/** Gives everybody else a turn: a sleep for no time at all. */
final class Turn extends WaitingFrame {
    @Override
    public void park(Task<?> task) {
        task.wake(null);
    }

    @Override
    protected String method() {
        return "EventLoop.sleep";
    }
}
