/** What coroutines on one loop use to work together: locks, queues, channels, groups of tasks. */
module dev.fermata.concurrency {
    requires transitive dev.fermata;

    exports dev.fermata.queue;
    exports dev.fermata.sync;
    exports dev.fermata.tasks;
}
