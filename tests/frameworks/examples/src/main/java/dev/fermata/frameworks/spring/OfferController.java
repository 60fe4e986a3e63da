package dev.fermata.frameworks.spring;

import static dev.fermata.Coroutine.await;
import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.fermata.AsyncGenerator;
import dev.fermata.Suspendable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Offers, made of what the wholesaler answers. No thread waits for it. */
// region controller
@RestController
public class OfferController {
    private final Wholesaler wholesaler;

    OfferController(Wholesaler wholesaler) {
        this.wholesaler = wholesaler;
    }

    @GetMapping("/offers/{item}")
    @Suspendable
    CompletableFuture<Offer> offer(@PathVariable String item) throws UnknownItemException {
        CompletableFuture<Integer> stock = wholesaler.ask("stock", item); // asked at the same time
        try {
            int price = await(wholesaler.ask("price", item));
            return completedFuture(new Offer(item, price, await(stock)));
        } finally {
            stock.cancel(true); // nobody wants it any more if the price has failed or the client is gone
        }
    }

    @GetMapping(path = "/offers", produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Suspendable
    Flow.Publisher<Offer> offers(@RequestParam List<String> items) throws UnknownItemException {
        for (String item : items) {
            AsyncGenerator.yield(await(offer(item))); // sent before the next is asked for
        }
        return null;
    }
}
// endregion
