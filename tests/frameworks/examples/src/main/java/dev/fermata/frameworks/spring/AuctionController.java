package dev.fermata.frameworks.spring;

import static dev.fermata.Coroutine.await;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.LoopThread;
import dev.fermata.sync.Event;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** An auction. Its state belongs to one thread, the auctioneer's, so it needs no lock. */
@RestController
public class AuctionController {
    // region bids
    private final LoopThread auctioneer;
    private final Event raised = new Event();
    private Bid highest = new Bid("nobody", 0);
    private int waiting;

    AuctionController(LoopThread auctioneer) {
        this.auctioneer = auctioneer;
    }

    @PostMapping("/bids")
    CompletableFuture<Bid> bid(@RequestBody Bid bid) {
        return auctioneer.submit(place(bid));
    }

    @GetMapping("/bids")
    CompletableFuture<Bid> bidAbove(@RequestParam int amount) {
        return auctioneer.submit(awaitAbove(amount));
    }

    // endregion
    // region stream
    @GetMapping(path = "/bids/stream", produces = MediaType.APPLICATION_NDJSON_VALUE)
    Flux<Bid> stream() {
        return JdkFlowAdapter.flowPublisherToFlux(allBids())
                .subscribeOn(Schedulers.fromExecutor(auctioneer.loop()::callSoonThreadsafe));
    }

    // endregion
    @GetMapping("/bids/waiting")
    CompletableFuture<Integer> waiting() {
        return auctioneer.submit(countWaiting());
    }

    // region bids
    @Suspendable
    private Coroutine<Bid> place(Bid bid) {
        if (bid.amount() > highest.amount()) {
            highest = bid;
            raised.set(); // wakes all who wait
            raised.clear();
        }
        return Coroutine.of(highest);
    }

    @Suspendable
    private Coroutine<Bid> awaitAbove(int amount) {
        waiting++;
        try {
            while (highest.amount() <= amount) {
                await(raised.await());
            }
            return Coroutine.of(highest);
        } finally {
            waiting--; // also when the client has gone away: WebFlux cancels then
        }
    }
    // endregion
    // region stream
    @Suspendable
    private Flow.Publisher<Bid> allBids() {
        for (int seen = 0; ; ) {
            Bid bid = await(awaitAbove(seen));
            AsyncGenerator.yield(bid); // a slow client misses some, but never the latest
            seen = bid.amount();
        }
    }
    // endregion
    @Suspendable
    private Coroutine<Integer> countWaiting() {
        return Coroutine.of(waiting);
    }
}
