package dev.fermata.tests.threads;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.context.ThreadCarrier;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** The diagnostic context of a real logger and the context of a real tracer follow tasks, and nothing else. */
class CarriedContextsTest {
    private static final ContextKey<String> SPAN = ContextKey.named("span");

    private final List<String> trace = new ArrayList<>();

    @AfterEach
    void clear() {
        MDC.clear();
    }

    @Test
    void the_diagnostic_context_of_a_logger_follows_each_task() {
        MDC.put("user", "of the thread");
        try (EventLoop loop = new EventLoop()) {
            loop.carry(ThreadCarrier.of(MDC::getCopyOfContextMap, MDC::setContextMap));
            loop.runUntilComplete(two(loop));
        }
        assertEquals(List.of("a sees of the thread", "b sees of the thread", "a keeps a", "b keeps b"), trace);
        assertEquals("of the thread", MDC.get("user"));
    }

    @Suspendable
    private Coroutine<Void> two(EventLoop loop) {
        Task<Void> a = loop.spawn(logging("a"));
        Task<Void> b = loop.spawn(logging("b"));
        await(a);
        await(b);
        assertEquals("of the thread", MDC.get("user"));
        return null;
    }

    @Suspendable
    private Coroutine<Void> logging(String name) {
        trace.add(name + " sees " + MDC.get("user"));
        MDC.put("user", name);
        await(EventLoop.sleep(Duration.ofMillis(1)));
        trace.add(name + " keeps " + MDC.get("user"));
        assertEquals(name, await(EventLoop.current().offload(() -> MDC.get("user"))));
        return null;
    }

    @Test
    void nothing_is_left_on_a_thread_that_had_nothing() {
        try (EventLoop loop = new EventLoop()) {
            loop.carry(ThreadCarrier.of(MDC::getCopyOfContextMap, MDC::setContextMap));
            loop.runUntilComplete(logging("a"));
        }
        assertNull(MDC.get("user"));
    }

    @Test
    void the_context_of_a_tracer_follows_each_task() {
        Context outer = Context.current();
        try (EventLoop loop = new EventLoop()) {
            loop.carry(ThreadCarrier.scoped(Context::current, Context::makeCurrent));
            loop.runUntilComplete(request(loop));
        }
        assertEquals(List.of("root", "root/a", "root/b", "root/a", "root/b", "root"), trace);
        assertSame(outer, Context.current());
    }

    @Suspendable
    private Coroutine<Void> request(EventLoop loop) {
        try (Scope scope = Context.current().with(SPAN, "root").makeCurrent()) {
            trace.add(Context.current().get(SPAN));
            Task<Void> a = loop.spawn(span("a"));
            Task<Void> b = loop.spawn(span("b"));
            await(a);
            await(b);
            trace.add(Context.current().get(SPAN));
        }
        return null;
    }

    /** The scope is open across a suspension, which is what a thread-local alone cannot bear. */
    @Suspendable
    private Coroutine<Void> span(String name) {
        String inner = Context.current().get(SPAN) + "/" + name;
        try (Scope scope = Context.current().with(SPAN, inner).makeCurrent()) {
            trace.add(Context.current().get(SPAN));
            await(EventLoop.sleep(Duration.ofMillis(1)));
            trace.add(Context.current().get(SPAN));
            assertEquals(
                    inner,
                    await(EventLoop.current().offload(() -> Context.current().get(SPAN))));
        }
        return null;
    }
}
