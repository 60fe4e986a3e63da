package dev.fermata.benchmarks.peers;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A source, a filter, an asynchronous lookup and a sum as operators of Reactor. */
public final class ReactorPipelines {
    private ReactorPipelines() {}

    /**
     * Looks up the even ones of so many numbers, one after the other.
     *
     * @param items how many numbers
     * @return the sum of the answers
     */
    public static long sumOf(int items) {
        return Flux.range(0, items)
                .filter(value -> value % 2 == 0)
                .concatMap(value -> Mono.fromFuture(Lookup.of(value)))
                .reduce(0L, (sum, answer) -> sum + answer)
                .block();
    }
}
