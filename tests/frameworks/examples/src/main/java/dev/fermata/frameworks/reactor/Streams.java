package dev.fermata.frameworks.reactor;

import dev.fermata.AsyncGenerator;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import java.util.concurrent.Flow;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** A Flux is read by a loop, and made of what a method yields. */
public final class Streams {
    private Streams() {}

    // region adapters
    /** To be read: one element is requested each time that one is asked for. */
    public static <T> AsyncGenerator<T> read(Flux<T> flux) {
        return AsyncGenerator.from(JdkFlowAdapter.publisherToFlowPublisher(flux));
    }

    /** What a suspendable method publishes. Each subscriber has the body run anew, as far as it has requested. */
    public static <T> Flux<T> flux(Flow.Publisher<T> published) {
        return JdkFlowAdapter.flowPublisherToFlux(published);
    }
    // endregion

    // region on
    /** The same on a loop: the body may sleep there, and use what belongs to the loop. */
    public static <T> Flux<T> fluxOn(EventLoop loop, Flow.Publisher<T> published) {
        return flux(published).subscribeOn(Schedulers.fromExecutor(loop::callSoonThreadsafe));
    }
    // endregion

    // region lines
    @Suspendable
    public static AsyncGenerator<String> lines(Flux<String> chunks) {
        String rest = "";
        try (AsyncGenerator<String> arriving = read(chunks)) { // closing it cancels the subscription
            for (String chunk : arriving) {
                rest += chunk;
                for (int end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
                    AsyncGenerator.yield(rest.substring(0, end));
                    rest = rest.substring(end + 1);
                }
            }
        }
        if (!rest.isEmpty()) {
            AsyncGenerator.yield(rest);
        }
        return null;
    }
    // endregion
}
