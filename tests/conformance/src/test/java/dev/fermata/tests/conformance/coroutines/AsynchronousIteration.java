package dev.fermata.tests.conformance.coroutines;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.suspend;

import dev.fermata.Coroutine;
import dev.fermata.StopAsyncIteration;
import dev.fermata.StopIteration;
import dev.fermata.Suspendable;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.Scenario;
import dev.fermata.tests.conformance.Scenarios;

/** Loops over hand-written iterators whose every step is awaited. */
public final class AsynchronousIteration extends Scenarios {
    private static final String LOOP =
            "Java has no async for: the next element is awaited in a try of its own, whose handler is the end of the loop";

    @Scenario(value = "PEP492-18", mapped = LOOP)
    public void each_step_is_awaited_and_break_stops_fetching() {
        Coroutine<String> c = fetching();
        while (true) {
            try {
                log("request", c.send(null));
            } catch (StopIteration e) {
                log(e);
                break;
            }
        }
    }

    private static final class FetchedRows {
        private final int n;
        private int i;

        FetchedRows(int n) {
            this.n = n;
        }

        @Suspendable
        Coroutine<String> next() {
            i++;
            await(pause("fetch " + i));
            if (i > n) {
                throw new StopAsyncIteration();
            }
            return Coroutine.of("row " + i);
        }
    }

    @Suspendable
    private static Coroutine<Void> pause(String text) {
        suspend(text);
        return null;
    }

    @Suspendable
    private Coroutine<String> fetching() {
        FetchedRows three = new FetchedRows(3);
        while (true) {
            String row;
            try {
                row = await(three.next());
            } catch (StopAsyncIteration end) {
                log("loop complete");
                break;
            }
            if (row.equals("row 2")) {
                continue;
            }
            log(row);
        }
        FetchedRows five = new FetchedRows(5);
        while (true) {
            String row;
            try {
                row = await(five.next());
            } catch (StopAsyncIteration end) {
                log("never");
                break;
            }
            log(row);
            if (row.equals("row 2")) {
                break;
            }
        }
        return Coroutine.of("end");
    }

    @Scenario(value = "PEP492-19", mapped = LOOP)
    public void a_stop_thrown_by_the_loop_body_is_not_the_end_of_the_loop() {
        Coroutine<String> c = failing();
        attempt("send", () -> c.send(null));
    }

    private static final class FailingRows {
        private final int failAt;
        private int i;

        FailingRows(int failAt) {
            this.failAt = failAt;
        }

        @Suspendable
        Coroutine<String> next() {
            i++;
            if (i == failAt) {
                throw new Boom("fetch");
            }
            return Coroutine.of("row " + i);
        }
    }

    @Suspendable
    private static Coroutine<Void> stopping() {
        throw new StopAsyncIteration();
    }

    @Suspendable
    private Coroutine<String> failing() {
        try {
            FailingRows rows = new FailingRows(3);
            while (true) {
                String row;
                try {
                    row = await(rows.next());
                } catch (StopAsyncIteration end) {
                    break;
                }
                log("A", row);
            }
            log("A ended");
        } catch (Boom e) {
            log("A", e);
        }
        try {
            FailingRows rows = new FailingRows(0);
            while (true) {
                String row;
                try {
                    row = await(rows.next());
                } catch (StopAsyncIteration end) {
                    break;
                }
                log("B", row);
                if (row.equals("row 2")) {
                    throw new StopAsyncIteration();
                }
            }
            log("B ended");
        } catch (StopAsyncIteration e) {
            log("B", e);
        }
        try {
            FailingRows rows = new FailingRows(0);
            while (true) {
                String row;
                try {
                    row = await(rows.next());
                } catch (StopAsyncIteration end) {
                    break;
                }
                log("C", row);
                if (row.equals("row 2")) {
                    await(stopping());
                }
            }
            log("C ended");
        } catch (StopAsyncIteration e) {
            log("C", e);
        }
        return Coroutine.of("end");
    }
}
