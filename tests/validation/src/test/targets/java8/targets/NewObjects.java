package targets;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.tests.validation.Hazard;
import dev.fermata.tests.validation.SeparateClasses;
import dev.fermata.tests.validation.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Objects that have been allocated but not yet constructed when a marker is reached. */
final class NewObjects {
    private NewObjects() {}

    static class Box {
        final Object value;

        Box(Object value) {
            this.value = value;
        }

        Box(int value) {
            this.value = "int " + value;
        }

        Box(long left, double right, Object value) {
            this.value = left + "," + right + "," + value;
        }

        Box(Box left, Box right) {
            this.value = Arrays.asList(left, right);
        }

        @Override
        public String toString() {
            return "<" + value + ">";
        }
    }

    static final class Announced extends Box {
        static {
            Trial.current().log("Announced is initialised");
        }

        Announced(Object value) {
            super(value);
        }
    }

    static final class Picky extends Box {
        Picky(int value) {
            super(value);
            if (value != 3) {
                throw new IllegalArgumentException("not " + value);
            }
        }
    }

    static final class Broken extends Box {
        static final Object MADE = fail();

        Broken(Object value) {
            super(value);
        }

        private static Object fail() {
            Trial.current().log("Broken is initialised");
            throw new IllegalStateException("no such thing");
        }
    }

    static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Fault(String message) {
            super(message);
        }
    }

    @Suspendable
    @Hazard("A5")
    static Coroutine<Object> newStatement(Trial t) {
        new Box(await(t.at("x", "x"))); // assertMovesNew(Box) assertSpillsOnStack(null, null)
        new Box(await(t.at("l", 1L)), await(t.at("d", 2.0)), await(t.at("o", "o"))); // assertMovesNew(Box) assertSuspends(3)
        return null;
    }

    @Suspendable
    @Hazard("A5")
    static Coroutine<Object> newArgument(Trial t) {
        return Coroutine.of(String.valueOf(new Box(await(t.at("x", "x")))));
    }

    @Suspendable
    @Hazard("A5")
    static Coroutine<Object> newWithOperands(Trial t) {
        return Coroutine.of(new Box(t.see("l", 1L), t.see("d", 2.5), await(t.at("x", "x"))));
    }

    @Suspendable
    @Hazard({"A5", "B12"})
    static Coroutine<Object> newNested(Trial t) {
        return Coroutine.of(new Box(new Box(await(t.at("x", "x"))), new Box(new Box(1), new Box(await(t.at("y", 2))))));
    }

    @Suspendable
    @Hazard("B12")
    static Coroutine<Object> newBelowNew(Trial t) {
        return Coroutine.of(new Box(new Box(t.see("done", 1)), new Box(await(t.at("x", 2)).longValue(), 1.5, new Box(3))));
    }

    @Suspendable
    @Hazard("A6")
    static Coroutine<Object> newWithTernary(Trial t) {
        boolean flag = await(t.at("flag", true));
        Box first = new Box(flag ? await(t.at("a", "a")) : "b");
        Box second = new Box(!flag ? await(t.at("c", 1)) : t.see("d", 2));
        return Coroutine.of(new Box(first, flag ? new Box(await(t.at("e", "e"))) : second));
    }

    @Suspendable
    @Hazard("A6")
    static Coroutine<Object> newWithShortCircuit(Trial t) {
        boolean flag = t.see("flag", true);
        return Coroutine.of(new Box(flag && await(t.at("b", true)) || await(t.at("c", true)) ? 1 : 0)); // assertMovesNew(Box) assertSuspends(2)
    }

    @Suspendable
    static Coroutine<Object> newInOperands(Trial t) {
        return Coroutine.of(Operands.join(
                "below", 5L, new Box(await(t.at("x", 1))), 2.5, new Box(await(t.at("y", "y"))), t.see("above", 'c')));
    }

    @Suspendable
    static Coroutine<Object> newInArrayInitialiser(Trial t) {
        Box[] boxes = {new Box(await(t.at("x", "x"))), new Box(2), new Box(await(t.at("y", 3)))};
        return Coroutine.of(Arrays.toString(boxes));
    }

    @Suspendable
    static Coroutine<Object> newInLoop(Trial t) {
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            boxes.add(new Box(i % 2 == 0 ? await(t.at("x", i)) : new Box(await(t.at("y", -i)))));
        }
        return Coroutine.of(boxes.toString());
    }

    @Suspendable
    static Coroutine<Object> newInCondition(Trial t) {
        int rounds = 0;
        while (new Box(await(t.at("x", rounds))).toString().length() < 8 && rounds < 3) {
            rounds++;
        }
        return Coroutine.of(rounds);
    }

    @Suspendable
    static Coroutine<Object> throwNew(Trial t) {
        try {
            throw new Fault("is " + await(t.at("x", "x")));
        } catch (Fault e) {
            t.log("caught", e);
            throw new IllegalStateException(await(t.at("y", "why")), e);
        }
    }

    @Suspendable
    static Coroutine<Object> constructorThrows(Trial t) {
        for (int i = 2; i < 4; i++) {
            try {
                t.log("made", new Picky(await(t.at("x", i)))); // assertMovesNew(Picky) assertSpills(t, i)
            } catch (IllegalArgumentException e) {
                t.log("caught", e);
            }
        }
        return Coroutine.of("end");
    }

    @Suspendable
    @Hazard("A11")
    static Coroutine<Object> argumentThrows(Trial t) {
        try {
            return Coroutine.of(new Box(await(t.at("l", 1L)), fail(t), await(t.at("never", "x"))));
        } catch (Fault e) {
            return Coroutine.of(new Box(await(t.at("instead", e)))); // assertMovesNew(Box) assertSpillsOnStack(null, null) assertSpillsNothing()
        }
    }

    private static double fail(Trial t) {
        t.log("fails");
        throw new Fault("argument");
    }

    @SeparateClasses
    @Suspendable
    @Hazard("A10")
    static Coroutine<Object> newInitialisesItsClassBeforeTheArguments(Trial t) {
        t.log("start");
        return Coroutine.of(new Announced(await(t.at("x", "x")))); // assertMovesNew(Announced) assertSpillsOnStack(null, null) assertSpillsNothing()
    }

    @SeparateClasses
    @Suspendable
    static Coroutine<Object> newInitialisesItsClassInTheChosenBranchOnly(Trial t) {
        boolean flag = await(t.at("flag", false));
        Box box = flag ? new Announced(await(t.at("x", "x"))) : new Box(await(t.at("y", "y")));
        t.log("between", box);
        return Coroutine.of(new Announced(t.see("z", flag)));
    }

    @SeparateClasses
    @Suspendable
    @Hazard("A10")
    static Coroutine<Object> classThatCannotBeInitialised(Trial t) {
        try {
            t.log("made", new Broken(await(t.at("never", 1)))); // assertMovesNew(Broken)
        } catch (ExceptionInInitializerError e) {
            t.log("caught", e.getCause());
        }
        try {
            t.log("made", new Broken(await(t.at("never", 1)))); // assertMovesNew(Broken)
        } catch (NoClassDefFoundError e) {
            t.log("caught again");
        }
        return Coroutine.of(await(t.at("x", 1))); // assertEnds(1) assertSpillsNothing()
    }

    @Suspendable
    static Coroutine<Object> newArray(Trial t) {
        int[] array = new int[await(t.at("size", 2))];
        long[][][] cube = new long[t.see("x", 1)][await(t.at("y", 2))][]; // assertSpillsOnStack(int)
        return Coroutine.of(Operands.join(array.length, cube.length, cube[0].length));
    }

    @Suspendable
    static Coroutine<Object> newNegativeArray(Trial t) {
        try {
            return Coroutine.of(new String[await(t.at("size", -1))]);
        } catch (NegativeArraySizeException e) {
            return Coroutine.of(await(t.at("x", e.getMessage()))); // assertEnds(1) assertSpillsNothing()
        }
    }

    class Inner {
        final Object value;

        Inner(Object value) {
            this.value = value;
        }

        @Override
        public String toString() {
            return "inner " + value;
        }
    }

    @Suspendable
    @Hazard("A5")
    static Coroutine<Object> newInner(Trial t) {
        NewObjects outer = new NewObjects();
        return Coroutine.of(outer.new Inner(await(t.at("x", "x"))) + "" + t.see("o", outer).new Inner(await(t.at("y", 2))));
    }

    @Suspendable
    @Hazard("D11")
    static Coroutine<Object> newInnerOfNull(Trial t) {
        NewObjects outer = null;
        try {
            return Coroutine.of(outer.new Inner(await(t.at("never", "x"))));
        } catch (NullPointerException e) {
            return Coroutine.of(await(t.at("y", "caught"))); // assertEnds(1) assertSpillsNothing()
        }
    }

    @Suspendable
    @Hazard("D10")
    static Coroutine<Object> newAnonymous(Trial t) {
        long captured = await(t.at("captured", 7L));
        Box box = new Box(t.see("l", 1L), captured, await(t.at("x", "x"))) {
            @Override
            public String toString() {
                return "anonymous " + super.toString() + captured;
            }
        };
        return Coroutine.of(box);
    }

    @Suspendable
    @Hazard("D10")
    static Coroutine<Object> newLocalClass(Trial t) {
        int captured = await(t.at("captured", 7));
        class Local extends Box {
            Local(Object value) {
                super(value + "/" + captured);
            }
        }
        return Coroutine.of(new Local(await(t.at("x", "x"))) + "" + new Local(await(t.at("y", "y"))));
    }

    @Suspendable
    static Coroutine<Object> newWithLambda(Trial t) {
        Object prefix = await(t.at("prefix", "p"));
        Supplier<Object> supplier = () -> prefix + "!";
        return Coroutine.of(new Box(new Box(supplier.get()), new Box(await(t.at("x", supplier.get())))));
    }

    @Suspendable
    static Coroutine<Object> newKeptFromBeforeTheAwait(Trial t) {
        Box before = new Box("before");
        Box after = new Box(before, new Box(await(t.at("x", "x"))));
        return Coroutine.of(after + "" + before);
    }

    @Suspendable
    static Coroutine<Object> newAcrossTryInsideArguments(Trial t) {
        return Coroutine.of(new Box(1L, 2.0, caught(t) + await(t.at("x", "x"))));
    }

    private static String caught(Trial t) {
        try {
            fail(t);
        } catch (Fault e) {
            t.log("caught", e);
        }
        return "c";
    }

    @Suspendable
    static Coroutine<Object> newStringBuilder(Trial t) {
        StringBuilder text = new StringBuilder(await(t.at("x", "seed")));
        text.append(new StringBuilder(await(t.at("y", "z"))).append(await(t.at("w", 1))));
        return Coroutine.of(text.toString());
    }

    @Suspendable
    static Coroutine<Object> newThreeDeepInBranches(Trial t) {
        int n = await(t.at("n", 2));
        return Coroutine.of(new Box( // assertMovesNew(Box)
                n > 1 ? new Box(n > 2 ? new Box(await(t.at("a", 1))) : new Box(await(t.at("b", 2)))) : null,
                n < 1 ? null : new Box(n == 2 ? await(t.at("c", "c")) : await(t.at("d", "d")))));
    }

    @Suspendable
    static Coroutine<Object> newHostItself(Trial t) {
        return Coroutine.of(new Host(await(t.at("x", 1)), new Host(await(t.at("y", 2)), null)));
    }

    static final class Host {
        private final int number;
        private final Host next;

        Host(int number, Host next) {
            this.number = number;
            this.next = next;
        }

        @Suspendable
        static Coroutine<Object> itself(Trial t) {
            return Coroutine.of(new Host(await(t.at("x", 1)), new Host(await(t.at("y", 2)), null))); // assertSuspends(2)
        }

        @Override
        public String toString() {
            return number + (next == null ? "." : ">" + next);
        }
    }
}
