package dev.fermata.queue;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.Confinement;
import dev.fermata.sync.OverReleaseException;
import dev.fermata.waiting.Place;
import dev.fermata.waiting.WaitQueue;
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
    private final WaitQueue<Place> getters = new WaitQueue<>();
    private final WaitQueue<Place> putters = new WaitQueue<>();
    private final WaitQueue<Place> joiners = new WaitQueue<>();

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
        Confinement.check(this, "AsyncQueue.put");
        Objects.requireNonNull(element, "element");
        if (!shutDown && isFull()) {
            await(new QueueTurn(this, true).coroutine());
            promisedPlaces--;
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
        Confinement.check(this, "AsyncQueue.tryPut");
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
        Confinement.check(this, "AsyncQueue.get");
        if (hasNothingFree()) {
            checkNotShutDown();
            await(new QueueTurn(this, false).coroutine());
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
        Confinement.check(this, "AsyncQueue.tryGet");
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
        Confinement.check(this, "AsyncQueue.taskDone");
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
    public Coroutine<Void> join() {
        return new Join(this).coroutine();
    }

    /**
     * Ends the queue: nothing can be put any more. What is in it can still be taken; after that, and at once for those who
     * wait, taking fails (asyncio's {@code Queue.shutdown}).
     */
    public void shutdown() {
        Confinement.check(this, "AsyncQueue.shutdown");
        shutDown = true;
        getters.drain(AsyncQueue::turnAway); // whoever is still in line has no element to come
        putters.drain(AsyncQueue::turnAway);
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
        return "queue, " + size() + " elements, " + getters.size() + " waiting to get, " + putters.size()
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
        Place next = getters.next();
        if (next != null) {
            promisedElements++;
            next.unpark(null);
        }
    }

    /** There is a place more that nobody is about to fill. */
    private void placeFreed() {
        Place next = putters.next();
        if (next != null) {
            promisedPlaces++;
            next.unpark(null);
        }
    }

    private boolean hasNothingFree() {
        return elements.size() <= promisedElements;
    }

    private void finished(int number) {
        unfinished -= number;
        if (unfinished == 0) {
            joiners.drain(joiner -> joiner.unpark(null));
        }
    }

    private void checkNotShutDown() {
        if (shutDown) {
            throw new QueueShutDownException();
        }
    }

    private static void turnAway(Place waiter) {
        waiter.unparkRaising(new QueueShutDownException());
    }

    /** The wait for a place in the queue or for an element; ends with one promised to its task. */
    private static final class QueueTurn extends Place {
        private final AsyncQueue<?> queue;
        private final boolean isPut;

        QueueTurn(AsyncQueue<?> queue, boolean isPut) {
            super(isPut ? queue.putters : queue.getters);
            this.queue = queue;
            this.isPut = isPut;
        }

        @Override
        protected Object attempt() {
            return enter();
        }

        @Override
        protected boolean isKept() {
            if (isPut) {
                queue.promisedPlaces--;
                queue.placeFreed();
            } else {
                queue.promisedElements--;
                queue.elementFreed();
            }
            return false;
        }

        @Override
        protected String method() {
            return isPut ? "AsyncQueue.put" : "AsyncQueue.get";
        }
    }

    private static final class Join extends Place {
        private final AsyncQueue<?> queue;

        Join(AsyncQueue<?> queue) {
            super(queue.joiners);
            this.queue = queue;
        }

        @Override
        protected Object attempt() {
            Confinement.check(queue, "AsyncQueue.join");
            return queue.unfinished == 0 ? null : enter();
        }

        @Override
        protected boolean isKept() {
            return false; // there was nothing to give
        }

        @Override
        protected String method() {
            return "AsyncQueue.join";
        }
    }
}
