import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Held {
    @Suspendable
    static Coroutine<Void> across(Lock lock, Coroutine<Integer> inner) {
        lock.lock();
        try {
            Coroutine.await(inner); // FERMATA-023
        } finally {
            lock.unlock();
        }
        Coroutine.await(inner);
        return null;
    }

    @Suspendable
    static Iterable<Integer> inALoop(ReentrantLock lock) throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            lock.lockInterruptibly();
            Generator.yield(i); // FERMATA-023
            lock.unlock();
        }
        return null;
    }

    @Suspendable
    static Iterable<Integer> reading(ReentrantReadWriteLock lock) {
        lock.readLock().lock();
        try {
            Generator.yield(1); // FERMATA-023
            return null;
        } finally {
            lock.readLock().unlock();
        }
    }

    @Suspendable
    static Coroutine<Void> released(Lock lock, Coroutine<Integer> inner) {
        Coroutine.await(inner);
        lock.lock();
        try {
            System.out.println(lock);
        } finally {
            lock.unlock();
        }
        Coroutine.await(inner);
        return null;
    }

    @Suspendable
    static Coroutine<Void> perhaps(Lock lock, Coroutine<Integer> inner, boolean locks) {
        if (locks) {
            lock.lock();
        }
        Coroutine.await(inner);
        return null;
    }

    @Suspendable
    static Coroutine<Void> hiddenAwaits(Lock lock, AsyncGenerator<Integer> source) {
        lock.lock();
        try (AsyncCloseable resource = () -> Coroutine.of(null)) { // FERMATA-023
            for (Integer i : source) { // FERMATA-023
                System.out.println(i);
            }
        } // FERMATA-023
        lock.unlock();
        for (Integer i : source) {
            System.out.println(i);
        }
        return null;
    }

    @Suspendable
    static Coroutine<Void> ordinaryLoop(Lock lock, Coroutine<Integer> inner, Iterable<Integer> source) {
        lock.lock();
        for (Integer i : source) {
            System.out.println(i);
        }
        lock.unlock();
        Coroutine.await(inner);
        return null;
    }
}
