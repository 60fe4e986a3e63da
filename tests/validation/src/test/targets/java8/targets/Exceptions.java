package targets;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.tests.validation.Hazard;
import dev.fermata.tests.validation.Trial;
import java.io.IOException;

/** Markers in {@code try}, {@code catch} and {@code finally}. */
final class Exceptions {
    private Exceptions() {}

    @Suspendable
    @Hazard({"B3", "C1"})
    static Coroutine<Object> catchLocals(Trial t) {
        String before = "before";
        int count = 0;
        try {
            count = await(t.at("x", 1)); // assertSpills(t, before, count)
            String inside = "inside" + count;
            await(t.at("y", null)); // assertSpills(t, before, count, inside)
            t.log(inside);
        } catch (Trial.Failure e) {
            t.log("caught", e, before, count);
        }
        return Coroutine.of(before + count);
    }

    @Suspendable
    @Hazard({"C2", "D2"})
    static Coroutine<Object> multiCatch(Trial t) throws IOException {
        for (int i = 0; i < 3; i++) {
            try {
                await(t.at("x", i)); // assertSpills(t, i)
                await(t.read("y", i));
                if (i == 1) {
                    throw new IllegalStateException("one");
                }
            } catch (Trial.Failure | IllegalStateException e) {
                t.log("caught", e);
                continue;
            } catch (IOException e) {
                t.log("read", e);
                break;
            }
            t.log("end of", i);
        }
        return Coroutine.of("end");
    }

    @Suspendable
    @Hazard("B3")
    static Coroutine<Object> nestedCatchesThatDoNotMatch(Trial t) {
        String outer = "outer";
        try {
            String middle = "middle";
            try {
                long inner = 3;
                try {
                    await(t.at("x", null));
                } catch (IllegalArgumentException e) {
                    t.log("wrong", e, inner);
                }
            } catch (Trial.Fatal e) {
                t.log("fatal", e, middle);
                await(t.at("y", null));
            }
        } catch (Trial.Failure e) {
            t.log("failure", e, outer);
            return Coroutine.of(await(t.at("z", outer))); // assertEnds(1) assertSpillsNothing()
        }
        return Coroutine.of("none");
    }

    @Suspendable
    @Hazard("C4")
    static Coroutine<Object> nestedCatchesOfTheSameType(Trial t) {
        try {
            try {
                await(t.at("x", null));
            } catch (Trial.Failure e) {
                t.log("inner", e);
                await(t.at("y", null));
                throw e;
            }
        } catch (Trial.Failure e) {
            t.log("outer", e);
            await(t.at("z", null)); // assertSpillsNothing()
        }
        return Coroutine.of("end");
    }

    @Suspendable
    @Hazard("C4")
    static Coroutine<Object> orderOfCatches(Trial t) {
        try {
            await(t.at("x", null));
        } catch (Trial.Failure e) {
            return Coroutine.of("first" + await(t.at("y", 1))); // assertSpillsNothing()
        } catch (RuntimeException e) {
            return Coroutine.of("second");
        } catch (Throwable e) {
            return Coroutine.of("third" + await(t.at("z", 2))); // assertSpillsNothing()
        }
        return Coroutine.of("none");
    }

    @Suspendable
    @Hazard("C3")
    static Coroutine<Object> emptyCatch(Trial t) {
        try {
            await(t.at("x", null));
        } catch (RuntimeException ignored) {
        }
        try {
            await(t.at("y", null));
        } catch (Throwable ignored) {
        }
        return Coroutine.of("end");
    }

    @Suspendable
    @Hazard("C3")
    static Coroutine<Object> tryEndsInAwait(Trial t) {
        int n = 1;
        try {
            n++;
            await(t.at("x", null));
        } catch (RuntimeException e) {
            n += 10;
        }
        return Coroutine.of(n);
    }

    @Suspendable
    @Hazard("C2")
    static Coroutine<Object> tryStartsWithAwait(Trial t) {
        Object value = "none";
        dev.fermata.Awaitable<Object> awaitable = t.at("x", (Object) 1);
        try {
            value = await(awaitable);
            t.log("got", value);
        } catch (Trial.Failure e) {
            t.log("caught", value);
        }
        return Coroutine.of(value);
    }

    @Suspendable
    @Hazard({"C2", "C7"})
    static Coroutine<Object> tryFinally(Trial t) {
        try {
            return Coroutine.of(await(t.at("x", 1))); // assertSuspends(2) assertEnds(1)
        } finally {
            t.log("finally");
            await(t.at("y", null)); // assertSuspends(2) assertSpills(t, ?)
            t.log("after");
        }
    }

    @Suspendable
    @Hazard("C7")
    static Coroutine<Object> returnValueIsParkedOverFinally(Trial t) {
        int n = await(t.at("n", 1));
        try {
            return Coroutine.of(n + await(t.at("x", 10))); // assertSuspends(2) assertEnds(1)
        } finally {
            n = 100;
            await(t.at("y", n)); // assertSuspends(2)
        }
    }

    @Suspendable
    static Coroutine<Object> finallyWithoutCatchThrows(Trial t) {
        try {
            await(t.at("x", null));
            throw new IllegalStateException("thrown");
        } finally {
            await(t.at("y", null));
            t.log("finally");
        }
    }

    @Suspendable
    @SuppressWarnings("finally")
    @Hazard("C7")
    static Coroutine<Object> returnInFinally(Trial t) {
        try {
            await(t.at("x", null));
            throw new IllegalStateException("swallowed");
        } finally {
            return Coroutine.of(await(t.at("y", "wins"))); // assertEnds(1) assertSpillsNothing()
        }
    }

    @Suspendable
    @SuppressWarnings("finally")
    static Coroutine<Object> breakInFinally(Trial t) {
        int i = 0;
        while (true) {
            try {
                await(t.at("x", null));
                return Coroutine.of("never");
            } finally {
                i++;
                if (await(t.at("y", i < 3))) { // assertSuspends(2) assertSpills(t, i)
                    continue;
                }
                break;
            }
        }
        return Coroutine.of(i);
    }

    @Suspendable
    @Hazard("C5")
    static Coroutine<Object> tryCatchFinally(Trial t) {
        String stage = "start";
        try {
            stage = await(t.at("try", "tried"));
            await(t.at("try again", null));
        } catch (RuntimeException e) {
            stage += await(t.at("catch", "caught")); // assertSpillsOnStack(String)
            t.log("error", e);
        } finally {
            stage += await(t.at("finally", "finished")); // assertSuspends(3) assertSpillsOnStack(String)
            t.log("stage", stage);
        }
        return Coroutine.of(await(t.at("end", stage))); // assertEnds(1) assertSpillsNothing()
    }

    @Suspendable
    @Hazard("C6")
    static Coroutine<Object> nestedFinally(Trial t) {
        long level = 0;
        try {
            await(t.at("x", null));
            level = 1;
        } finally {
            try {
                level += await(t.at("y", 10L)); // assertSuspends(2) assertSpillsOnStack(long)
            } finally {
                try {
                    level += await(t.at("z", 100L)); // assertSuspends(4) assertSpillsOnStack(long)
                } finally {
                    t.log("level", level, await(t.at("w", "deep"))); // assertSuspends(8)
                }
            }
        }
        return Coroutine.of(level);
    }

    @Suspendable
    @Hazard("D2")
    static Coroutine<Object> finallyInLoopWithContinueAndBreak(Trial t) {
        int sum = 0;
        outer:
        for (int i = 0; i < 4; i++) {
            try {
                for (int k = 0; ; k++) {
                    try {
                        if (await(t.at("skip", i == 1))) {
                            continue outer;
                        }
                        if (k == 1) {
                            break;
                        }
                        if (i == 3) {
                            break outer;
                        }
                    } finally {
                        sum += await(t.at("inner", 1));
                    }
                }
            } finally {
                sum += await(t.at("outer", 100));
            }
        }
        return Coroutine.of(sum);
    }

    @Suspendable
    static Coroutine<Object> awaitInCatch(Trial t) {
        try {
            throw new IllegalArgumentException("at once");
        } catch (IllegalArgumentException e) {
            String text = await(t.at("x", "x"));
            t.log("caught", e, text);
            try {
                await(t.at("y", null));
                throw e;
            } catch (IllegalArgumentException again) {
                return Coroutine.of(again == e);
            }
        }
    }

    @Suspendable
    @Hazard("C9")
    static Coroutine<Object> catchThrowable(Trial t) {
        int caught = 0;
        for (int i = 0; i < 3; i++) {
            try {
                await(t.at("x", i));
            } catch (Throwable e) {
                caught++;
                t.log("caught", e);
            }
        }
        return Coroutine.of(caught);
    }

    @Suspendable
    static Coroutine<Object> checkedException(Trial t) {
        try {
            return Coroutine.of(await(t.read("x", 1)) + await(t.read("y", 2))); // assertSuspends(2)
        } catch (IOException e) {
            t.log("caught", e);
            return Coroutine.of(-1);
        }
    }

    @Suspendable
    static Coroutine<Object> rethrowUnchanged(Trial t) throws Exception {
        try {
            await(t.read("x", null));
            await(t.at("y", null));
        } catch (Exception e) {
            t.log("passing on", e);
            throw e;
        }
        return null;
    }

    @Suspendable
    @Hazard("G14")
    static Coroutine<Object> throwsThroughLevels(Trial t) {
        Throwable[] thrown = new Throwable[1];
        try {
            return Coroutine.of(await(levelOne(t, thrown))); // assertEnds(1) assertSpills(t, thrown)
        } catch (IllegalStateException e) {
            t.log("the same", e == thrown[0]);
            await(t.at("z", null));
            throw e;
        }
    }

    @Suspendable
    private static Coroutine<Object> levelOne(Trial t, Throwable[] thrown) {
        try {
            return Coroutine.of(await(levelTwo(t, thrown))); // assertSuspends(2) assertEnds(1)
        } finally {
            t.log("level one", await(t.at("y", 1)));
        }
    }

    @Suspendable
    private static Coroutine<Object> levelTwo(Trial t, Throwable[] thrown) {
        await(t.at("x", null));
        IllegalStateException e = new IllegalStateException("deep");
        thrown[0] = e;
        throw e;
    }

    @Suspendable
    @Hazard("D13")
    static Coroutine<Object> castFailsInsideTry(Trial t) {
        String kept = "kept";
        try {
            String text = await(t.at("x", "text"));
            Integer number = await(t.at("y", 1));
            return Coroutine.of(text + number);
        } catch (ClassCastException e) {
            return Coroutine.of(kept + await(t.at("z", "!"))); // assertSpillsOnStack(String)
        }
    }

    @Suspendable
    @Hazard("D13")
    static Coroutine<Object> unboxingFailsInsideTry(Trial t) {
        long sum = 1;
        try {
            sum += await(t.at("x", 1)); // assertSpillsOnStack(long)
            sum += await(t.at("y", 2L));
        } catch (NullPointerException e) {
            t.log("null", sum);
        }
        return Coroutine.of(sum);
    }

    @Suspendable
    @Hazard("C1")
    static Coroutine<Object> handlerReachedFromManyPoints(Trial t) {
        String stage = "0";
        int number = 0;
        double real = 0;
        try {
            await(t.at("a", null));
            stage = "1";
            await(t.at("b", null));
            number = 2;
            await(t.at("c", null));
            real = 3;
            if (number / (number - 2 + t.see("zero", 0)) > 0) {
                await(t.at("never", null));
            }
        } catch (ArithmeticException | Trial.Failure e) {
            t.log("caught", e, stage, number, real);
        } finally {
            t.log("finally", stage, number, real);
        }
        return Coroutine.of(stage + number + real);
    }

    @Suspendable
    static Coroutine<Object> tryInsideExpressionOperand(Trial t) {
        int base = 5;
        int sum = base;
        for (int i = 0; i < 2; i++) {
            try {
                sum += base * await(t.at("x", i)) - 10 / await(t.at("y", i)); // assertSuspends(2) assertSpills(t, base, sum, i)
            } catch (ArithmeticException e) {
                sum += await(t.at("z", 1000));
            }
        }
        return Coroutine.of(sum);
    }

    @Suspendable
    static Coroutine<Object> finallyReturnsFromLoop(Trial t) {
        for (int i = 0; ; i++) {
            try {
                if (await(t.at("x", i == 2))) {
                    return Coroutine.of("found " + i);
                }
            } finally {
                t.log("round", i);
                if (i > 5) {
                    await(t.at("never", null));
                }
            }
        }
    }

    @Suspendable
    static Coroutine<Object> exceptionVariableIsReassigned(Trial t) {
        Throwable last = null;
        for (int i = 0; i < 2; i++) {
            try {
                await(t.at("x", i));
                last = new IllegalStateException("made");
            } catch (Throwable e) {
                e = new RuntimeException("wrapped", e);
                await(t.at("y", null));
                last = e;
            }
        }
        return Coroutine.of(last);
    }

    @Suspendable
    static Coroutine<Object> failureInFinallyReplacesFailure(Trial t) {
        try {
            try {
                throw new IllegalStateException("first");
            } finally {
                await(t.at("x", null));
                String nothing = await(t.at("y", null));
                t.log("of null", nothing.length());
            }
        } catch (NullPointerException e) {
            return Coroutine.of("replaced");
        }
    }

    @Suspendable
    static Coroutine<Object> neverReturns(Trial t) {
        while (true) {
            await(t.at("x", null));
            throw new IllegalStateException(await(t.at("y", "why")));
        }
    }
}
