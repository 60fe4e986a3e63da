package dev.fermata.loop;

/** Gives everybody else a turn: a sleep for no time at all. */
final class Turn extends WaitingFrame {
    /** What each suspends with: the one that waits has nothing to tell, so that the JVM need not even make it. */
    static final Turn TRAP = new Turn();

    @Override
    Trap trap() {
        return TRAP;
    }

    @Override
    public void park(Task<?> task) {
        task.wake(null);
    }

    @Override
    protected String method() {
        return "EventLoop.sleep";
    }
}
