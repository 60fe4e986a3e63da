package demo;

import dev.fermata.Generator;
import dev.fermata.Suspendable;

/** The names say how many loops become of the loops written here: reducible, irreducible, and no loop at all. */
public class Loops {
    @Suspendable
    static Iterable<Integer> reducible2_irreducible0_broken0(int n) {
        int sum = 0;
        for (int i = 0; i < n; i++) {
            sum += i;
        }
        Generator.yield(sum);
        while (sum > 0) {
            sum /= 2;
        }
        Generator.yieldFrom(some(n));
        return null;
    }

    /** Suspends now and then. */
    @Suspendable
    static Iterable<Integer> some(int n) {
        if (n % 3 == 0) {
            Generator.yield(n);
        }
        return null;
    }

    @Suspendable
    static Iterable<Integer> reducible0_irreducible0_broken1(int n) {
        for (int i = 0; i < n; i++) {
            Generator.yield(i);
        }
        return null;
    }

    @Suspendable
    static Iterable<Integer> reducible0_irreducible1_broken0(int n) {
        for (int i = 0; i < n; i++) {
            Generator.yieldFrom(some(i));
        }
        return null;
    }

    @Suspendable
    static Iterable<Integer> reducible1_irreducible1_broken0(int n) {
        for (int i = 0; i < n; i++) {
            int sum = 0;
            for (int j = 0; j < i; j++) {
                sum += j;
            }
            if (sum % 2 == 0) {
                Generator.yield(sum);
            }
        }
        return null;
    }

    @Suspendable
    static Iterable<Integer> reducible0_irreducible2_broken0(int n) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                Generator.yieldFrom(some(i * j));
            }
        }
        return null;
    }

    /** What is yielded on the way round cannot go round; the inner loop may not be entered, so the outer one can. */
    @Suspendable
    static Iterable<Integer> reducible0_irreducible1_broken1(int n) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                Generator.yield(i * j);
            }
        }
        return null;
    }

    @Suspendable
    static Iterable<Integer> reducible2_irreducible1_broken0(int n) {
        int i = 0;
        do {
            try {
                Generator.yieldFrom(some(i));
                for (int j = 0; j < 3; j++) {
                    if (i / j > 100) {
                        return null;
                    }
                }
            } catch (ArithmeticException e) {
                i++;
            }
        } while (i < n);
        for (long left = n; left > 0; left--) {
            i += (int) left;
        }
        Generator.yield(i);
        return null;
    }

    @Suspendable
    static Iterable<Integer> reducible1_irreducible3_broken0(int n) {
        rows:
        for (int i = 0; i < n; i++) {
            for (int j = 0; ; j++) {
                if (j > i) {
                    continue rows;
                }
                int k = 0;
                while (k < 2) {
                    Generator.yieldFrom(some(i + j + k++));
                }
                for (k = 5; k > 0; k -= 2) {
                    if (i == 40) {
                        break rows;
                    }
                }
            }
        }
        return null;
    }
}
