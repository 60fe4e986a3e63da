package dev.fermata.loop;

/** A callback that other threads count on: when the loop is closed before it has run, they are told instead. */
interface Farewell extends Runnable {
    /** Runs on the thread that closes the loop; nothing can be asked of the loop any more. */
    void loopClosed();
}
