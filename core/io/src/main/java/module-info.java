/** Streams of bytes on an event loop: sockets, TLS, files, processes. */
module dev.fermata.io {
    requires transitive dev.fermata;
    requires dev.fermata.concurrency;

    exports dev.fermata.io;
    exports dev.fermata.io.blocking;
    exports dev.fermata.io.net;
    exports dev.fermata.io.protocol;
    exports dev.fermata.io.tls;
    exports dev.fermata.io.process;
}
