package dev.fermata.tests.conformance.reactivestreams;

import java.util.concurrent.Flow;
import java.util.function.LongFunction;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;

/** The tests of the reactive streams project, for one way to make a publisher. */
final class PublisherRules extends FlowPublisherVerification<Long> {
    private static final long PATIENCE_MILLIS = 500;
    private static final long SILENCE_MILLIS = 50;

    private final LongFunction<Flow.Publisher<Long>> source;

    PublisherRules(LongFunction<Flow.Publisher<Long>> source) {
        super(new TestEnvironment(PATIENCE_MILLIS, SILENCE_MILLIS));
        this.source = source;
    }

    @Override
    public Flow.Publisher<Long> createFlowPublisher(long elements) {
        return source.apply(elements);
    }

    /** None: a body fails when it runs, and it runs when there is demand. */
    @Override
    public Flow.Publisher<Long> createFailedFlowPublisher() {
        return null;
    }
}
