package demo;

import dev.fermata.Coroutine;
import dev.fermata.StopIteration;
import java.util.Iterator;

/** Frames are suspended whenever {@code pause} is called; a tool redefines their class meanwhile. */
public class Main {
    static final int ROUNDS = 100;

    public static void main(String[] args) throws Exception {
        Iterator<String> steps = Work.steps("step").iterator();
        Coroutine<Integer> outer = Work.outer(ROUNDS);
        Object trap = outer.send(null);
        String step = null;
        try {
            for (int i = 0; i < ROUNDS + 1; i++) {
                step = steps.next();
                pause(args);
                trap = outer.send(1);
            }
        } catch (StopIteration end) {
            System.out.println(step);
            System.out.println(trap);
            System.out.println(end.value());
            System.out.println(Work.steps("fresh").iterator().next());
            finish();
        }
    }

    static void pause(String[] args) throws Exception {}

    static void finish() {}
}
