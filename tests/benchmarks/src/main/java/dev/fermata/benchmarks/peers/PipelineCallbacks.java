package dev.fermata.benchmarks.peers;

import java.util.concurrent.CompletableFuture;

/** A source, a filter, an asynchronous lookup and a sum in one: goes on when there is an answer. */
public final class PipelineCallbacks {
    private final int items;
    private final CompletableFuture<Long> result = new CompletableFuture<>();
    private int next;
    private long sum;

    private PipelineCallbacks(int items) {
        this.items = items;
    }

    /**
     * Looks up the even ones of so many numbers, one after the other.
     *
     * @param items how many numbers
     * @return the sum of the answers
     */
    public static CompletableFuture<Long> sumOf(int items) {
        PipelineCallbacks pipeline = new PipelineCallbacks(items);
        pipeline.goOn();
        return pipeline.result;
    }

    private void goOn() {
        while (next < items) {
            int value = next++;
            if (value % 2 == 0) {
                CompletableFuture<Integer> answer = Lookup.of(value);
                if (!answer.isDone()) {
                    answer.thenAccept(this::addAndGoOn);
                    return;
                }
                sum += answer.join(); // a callback for each would nest until the stack overflows
            }
        }
        result.complete(sum);
    }

    private void addAndGoOn(int answer) {
        sum += answer;
        goOn();
    }
}
