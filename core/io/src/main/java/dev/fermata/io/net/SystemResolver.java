package dev.fermata.io.net;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import java.net.InetAddress;
import java.util.List;

/** Asks the JDK, which may block for seconds, on another thread. */
final class SystemResolver implements Resolver {
    @Override
    @Suspendable
    public Coroutine<List<InetAddress>> resolve(String host) {
        return Coroutine.of(await(EventLoop.current().offload(() -> List.of(InetAddress.getAllByName(host)))));
    }
}
