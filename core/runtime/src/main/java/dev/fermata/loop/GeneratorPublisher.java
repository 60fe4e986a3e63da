package dev.fermata.loop;

import dev.fermata.AsyncGenerator;
import dev.fermata.frame.AsyncTemplate;
import java.util.Objects;
import java.util.concurrent.Flow;

/** Publishes a run of a generator to each subscriber. */
record GeneratorPublisher(AsyncTemplate template) implements Flow.Publisher<Object>, AsyncTemplate {
    @Override
    public void subscribe(Flow.Subscriber<? super Object> subscriber) {
        Objects.requireNonNull(subscriber, "subscriber");
        new GeneratorSubscription(template.newRun(), subscriber).start();
    }

    @Override
    public AsyncGenerator<Object> newRun() {
        return template.newRun();
    }
}
