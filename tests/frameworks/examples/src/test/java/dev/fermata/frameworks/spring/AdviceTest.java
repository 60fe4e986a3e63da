package dev.fermata.frameworks.spring;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.Suspendable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;

/** Spring's advice on a suspendable method: what transactions, caches and timers of Spring's are made of. */
final class AdviceTest {
    private final List<String> events = new ArrayList<>();

    @Test
    void advice_goes_around_the_call_which_ends_at_the_first_wait() {
        ProxyFactory factory = new ProxyFactory(new Bean(events));
        factory.setProxyTargetClass(true);
        factory.addAdvice((MethodInterceptor) invocation -> {
            events.add("before");
            try {
                return invocation.proceed();
            } finally {
                events.add("after");
            }
        });
        Bean advised = (Bean) factory.getProxy();
        CompletableFuture<Integer> awaited = new CompletableFuture<>();
        CompletableFuture<Integer> next = advised.next(awaited);
        awaited.complete(41);
        assertEquals(42, next.join());
        assertEquals(List.of("before", "starts", "after", "goes on"), events);
    }

    static class Bean {
        private final List<String> events;

        Bean(List<String> events) {
            this.events = events;
        }

        @Suspendable
        CompletableFuture<Integer> next(CompletableFuture<Integer> number) {
            events.add("starts");
            int given = await(number);
            events.add("goes on");
            return CompletableFuture.completedFuture(given + 1);
        }
    }
}
