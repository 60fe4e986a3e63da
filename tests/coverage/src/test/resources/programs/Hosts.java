package demo;

import static RUNTIME.Coroutine.await;

import RUNTIME.Coroutine;
import RUNTIME.Suspendable;

/** Suspendable methods of interfaces, records, enums, inner classes and lambdas. */
interface Hosts {
    interface Job {
        Coroutine<Integer> run(int n);
    }

    @Suspendable
    default Coroutine<Integer> twice(int n) {
        return Coroutine.of(await(one(n)) + await(one(n)));
    }

    @Suspendable
    static Coroutine<Integer> one(int n) {
        return n > 10 ? Coroutine.of(0) : Drive.later(n);
    }

    record Point(int x, int y) implements Hosts {
        @Suspendable
        Coroutine<Integer> sum() {
            return Coroutine.of(await(Drive.later(x)) + await(twice(y)));
        }
    }

    enum Side {
        LEFT {
            @Override
            @Suspendable
            Coroutine<String> text() {
                return Coroutine.of(await(Drive.later("left")));
            }
        },
        RIGHT {
            @Override
            @Suspendable
            Coroutine<String> text() {
                await(Drive.later("never"));
                return null;
            }
        };

        abstract Coroutine<String> text();
    }

    final class Outer {
        private int count;

        class Inner {
            @Suspendable
            Coroutine<Integer> add(int n) {
                count += await(Drive.later(n));
                Job job = m -> {
                    int before = count;
                    count = await(Drive.later(m));
                    return Coroutine.of(before > 100 ? -1 : before);
                };
                return job.run(count);
            }
        }
    }
}
