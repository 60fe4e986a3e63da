package dev.fermata.queue;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.sync.OverReleaseException;
import dev.fermata.waiting.WaitQueue;
import dev.fermata.waiting.Waiter;
import java.util.Comparator;
import java.util.Objects;

/**
 * A queue between tasks: whoever takes waits for an element, whoever puts waits for a place (asyncio's {@code Queue}, {@code
 * LifoQueue} and {@code PriorityQueue}). Both are served in the order in which they came. Confined to one loop.
 *
 * <pre>{@code
 * AsyncQueue<Job> jobs = AsyncQueue.fifo(100);
 *
 * await(jobs.put(job));                            // a producer
 *
 * Job next = await(jobs.get());                    // a worker
 * ...
 * jobs.taskDone();
 *
 * await(jobs.join());                              // until every job put has been done
 * }</pre>
 *
 * <p>An element or place goes to whoever has waited longest, not to who happens to ask before that task has run. It stays in
 * the queue until then, so a task that is cancelled in between has taken nothing, and has put nothing: the next one gets it.
 *
 * @param <E> the type of the elements, which are never null
 */
public final class AsyncQueue<E> {
    private final Storage<E> elements;
    private final int capacity;
    private final WaitQueue<Void> getters = new WaitQueue<>();
    private final WaitQueue<Void> putters = new WaitQueue<>();
    private final WaitQueue<Void> joiners = new WaitQueue<>();

    /** Elements and free places that belong to tasks which have been woken for them and have not run yet. */
    private int promisedElements;

    private int promisedPlaces;

    /** Elements put and not yet done. */
    private int unfinished;

    private boolean shutDown;

    private AsyncQueue(Storage<E> elements, int capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException("a queue cannot hold " + capacity + " elements");
        }
        this.elements = elements;
        this.capacity = capacity == 0 ? Integer.MAX_VALUE : capacity;
    }

    /**
     * Makes a queue that gives the oldest element first.
     *
     * @param <E> the type of the elements
     * @param capacity how many it holds; 0 for any number
     * @return the queue
     * @throws IllegalArgumentException if negative
     */
    public static <E> AsyncQueue<E> fifo(int capacity) {
        return new AsyncQueue<>(Storage.fifo(), capacity);
    }

    /**
     * Makes a queue that gives the latest element first.
     *
     * @param <E> the type of the elements
     * @param capacity how many it holds; 0 for any number
     * @return the queue
     * @throws IllegalArgumentException if negative
     */
    public static <E> AsyncQueue<E> lifo(int capacity) {
        return new AsyncQueue<>(Storage.lifo(), capacity);
    }

    /**
     * Makes a queue that gives the least element first, and the oldest among equal ones.
     *
     * @param <E> the type of the elements
     * @param capacity how many it holds; 0 for any number
     * @param order what is less, not null
     * @return the queue
     * @throws IllegalArgumentException if negative
     */
    public static <E> AsyncQueue<E> priority(int capacity, Comparator<? super E> order) {
        return new AsyncQueue<>(Storage.priority(Objects.requireNonNull(order, "order")), capacity);
    }

    /**
     * Puts an element in, when there is a place. Does not suspend if there is one now.
     *
     * @param element what to put, not null
     * @return gives null
     * @throws QueueShutDownException if the queue has been shut down, or is while the task waits
     */
    @Suspendable
    public Coroutine<Void> put(E element) {
        Objects.requireNonNull(element, "element");
        if (!shutDown && isFull()) {
            Waiter<Void> place = putters.enter();
            Waiter<?> granted;
            try {
                granted = await(place.decision());
            } catch (Throwable lost) {
                if (!putters.leave(place)) {
                    promisedPlaces--;
                    placeFreed();
                }
                throw lost;
            }
            if (granted != null) {
                promisedPlaces--;
            }
        }
        checkNotShutDown();
        add(element);
        return null;
    }

    /**
     * Puts an element in without waiting (asyncio's {@code put_nowait}).
     *
     * @param element what to put, not null
     * @throws QueueFullException if there is no place
     * @throws QueueShutDownException if the queue has been shut down
     */
    public void tryPut(E element) {
        Objects.requireNonNull(element, "element");
        checkNotShutDown();
        if (isFull()) {
            throw new QueueFullException();
        }
        add(element);
    }

    /**
     * Takes the next element, when there is one. Does not suspend if there is one now.
     *
     * @return gives the element
     * @throws QueueShutDownException if the queue has been shut down and has nothing left
     */
    @Suspendable
    public Coroutine<E> get() {
        if (hasNothingFree()) {
            checkNotShutDown();
            Waiter<Void> place = getters.enter();
            Waiter<?> granted;
            try {
                granted = await(place.decision());
            } catch (Throwable lost) {
                if (!getters.leave(place)) {
                    promisedElements--;
                    elementFreed();
                }
                throw lost;
            }
            if (granted == null) {
                throw new QueueShutDownException();
            }
            promisedElements--;
        }
        return Coroutine.of(take());
    }

    /**
     * Takes the next element without waiting (asyncio's {@code get_nowait}).
     *
     * @return the element
     * @throws QueueEmptyException if there is nothing to take
     * @throws QueueShutDownException if the queue has been shut down and has nothing left
     */
    public E tryGet() {
        if (hasNothingFree()) {
            checkNotShutDown();
            throw new QueueEmptyException();
        }
        return take();
    }

    /**
     * Says that an element has been dealt with; to be called once for each that was taken, if anybody joins.
     *
     * @throws OverReleaseException if every element has been dealt with already
     */
    public void taskDone() {
        if (unfinished == 0) {
            throw new OverReleaseException("taskDone was called more often than elements were put");
        }
        finished(1);
    }

    /**
     * Waits until every element that was put has been dealt with. Does not suspend if that is so now.
     *
     * @return gives null
     */
    @Suspendable
    public Coroutine<Void> join() {
        if (unfinished > 0) {
            Waiter<Void> place = joiners.enter();
            try {
                await(place.decision());
            } finally {
                joiners.leave(place);
            }
        }
        return null;
    }

    /**
     * Ends the queue: nothing can be put any more. What is in it can still be taken; after that, and at once for those who
     * wait, taking fails (asyncio's {@code Queue.shutdown}).
     */
    public void shutdown() {
        shutDown = true;
        getters.refuseAll(); // whoever is still in line has no element to come
        putters.refuseAll();
    }

    /** Ends the queue and drops what is in it, as if it had been taken and dealt with ({@code shutdown(immediate=True)}). */
    public void shutdownNow() {
        shutdown();
        int dropped = Math.min(elements.size(), unfinished);
        elements.clear();
        if (dropped > 0) {
            finished(dropped);
        }
    }

    /**
     * Whether it has been shut down.
     *
     * @return true if nothing can be put any more
     */
    public boolean isShutDown() {
        return shutDown;
    }

    /**
     * How many elements are in the queue, those included that a task has been woken for and is about to take.
     *
     * @return the number
     */
    public int size() {
        return elements.size();
    }

    /**
     * Whether nothing is in the queue.
     *
     * @return true if the size is 0
     */
    public boolean isEmpty() {
        return elements.size() == 0;
    }

    /**
     * Whether there is no place, or only places that a task has been woken for and is about to fill.
     *
     * @return true if {@link #put} would have to wait
     */
    public boolean isFull() {
        return elements.size() + promisedPlaces >= capacity;
    }

    /**
     * How many elements it holds at most.
     *
     * @return the number, {@link Integer#MAX_VALUE} if there is no limit
     */
    public int capacity() {
        return capacity;
    }

    @Override
    public String toString() {
        return "queue, " + size() + " elements, " + getters.count() + " waiting to get, " + putters.count()
                + " waiting to put" + (shutDown ? ", shut down" : "");
    }

    private void add(E element) {
        elements.add(element);
        unfinished++;
        elementFreed();
    }

    private E take() {
        E element = elements.poll();
        if (element == null) {
            throw new QueueShutDownException(); // there was one when this task was woken, and then shutdownNow came
        }
        placeFreed();
        return element;
    }

    /** There is an element more that nobody is about to take. */
    private void elementFreed() {
        if (getters.grantNext(null)) {
            promisedElements++;
        }
    }

    /** There is a place more that nobody is about to fill. */
    private void placeFreed() {
        if (putters.grantNext(null)) {
            promisedPlaces++;
        }
    }

    private boolean hasNothingFree() {
        return elements.size() <= promisedElements;
    }

    private void finished(int number) {
        unfinished -= number;
        if (unfinished == 0) {
            joiners.grantAll(null);
        }
    }

    private void checkNotShutDown() {
        if (shutDown) {
            throw new QueueShutDownException();
        }
    }
}
