/** What coroutines on one loop use to work together: locks, queues, channels, groups of tasks. */
module dev.fermata.concurrency {
    requires transitive dev.fermata;

    exports dev.fermata.queue;
    exports dev.fermata.sync;
    exports dev.fermata.tasks;

    // which looks in the variables of suspended methods for locks that have been given back and for time limits
    opens dev.fermata.sync to
            dev.fermata;
    opens dev.fermata.tasks to
            dev.fermata;
}
