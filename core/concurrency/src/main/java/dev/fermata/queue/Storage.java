package dev.fermata.queue;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.Queue;

/** In which order an {@link AsyncQueue} gives its elements out. */
interface Storage<E> {
    void add(E element);

    /** The next element, or null. */
    E poll();

    int size();

    void clear();

    static <E> Storage<E> fifo() {
        return new Fifo<>();
    }

    static <E> Storage<E> lifo() {
        return new Lifo<>();
    }

    static <E> Storage<E> priority(Comparator<? super E> order) {
        return new Priority<>(order);
    }

    /** The oldest first. */
    final class Fifo<E> implements Storage<E> {
        private final Queue<E> elements = new ArrayDeque<>();

        @Override
        public void add(E element) {
            elements.add(element);
        }

        @Override
        public E poll() {
            return elements.poll();
        }

        @Override
        public int size() {
            return elements.size();
        }

        @Override
        public void clear() {
            elements.clear();
        }
    }

    /** The latest first. */
    final class Lifo<E> implements Storage<E> {
        private final Deque<E> elements = new ArrayDeque<>();

        @Override
        public void add(E element) {
            elements.push(element);
        }

        @Override
        public E poll() {
            return elements.poll();
        }

        @Override
        public int size() {
            return elements.size();
        }

        @Override
        public void clear() {
            elements.clear();
        }
    }

    /** The least first; among equal ones the oldest, which a heap alone does not promise. */
    final class Priority<E> implements Storage<E> {
        private final Queue<Numbered<E>> elements;
        private long next;

        private record Numbered<E>(E element, long number) {}

        Priority(Comparator<? super E> order) {
            elements = new PriorityQueue<>(Comparator.<Numbered<E>, E>comparing(Numbered::element, order)
                    .thenComparingLong(Numbered::number));
        }

        @Override
        public void add(E element) {
            elements.add(new Numbered<>(element, next++));
        }

        @Override
        public E poll() {
            Numbered<E> least = elements.poll();
            return least == null ? null : least.element();
        }

        @Override
        public int size() {
            return elements.size();
        }

        @Override
        public void clear() {
            elements.clear();
        }
    }
}
