package dev.fermata.waiting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WaitQueueTest {
    /** An element that is equal to others, and yet known by itself. */
    private record Same() {}

    @Test
    void does_what_a_list_does() {
        Random random = new Random(3);
        for (int run = 0; run < 200; run++) {
            WaitQueue<Object> queue = new WaitQueue<>();
            List<Object> model = new ArrayList<>();
            int patience = 1 + random.nextInt(5);
            for (int step = 0; step < 300; step++) {
                switch (random.nextInt(patience + 2)) {
                    case 0 -> assertEquals(model.isEmpty() ? null : model.remove(0), queue.next());
                    case 1 -> {
                        if (!model.isEmpty()) {
                            assertTrue(queue.leave(model.remove(random.nextInt(model.size()))));
                        }
                    }
                    default -> {
                        Object waiter = new Object();
                        model.add(waiter);
                        queue.enter(waiter);
                    }
                }
                assertEquals(model.size(), queue.size());
                assertEquals(model.isEmpty(), queue.isEmpty());
            }
            List<Object> rest = new ArrayList<>();
            queue.drain(rest::add);
            assertEquals(model, rest);
            assertTrue(queue.isEmpty());
        }
    }

    @Test
    void those_who_have_left_are_known_by_identity() {
        WaitQueue<Same> queue = new WaitQueue<>();
        Same first = new Same();
        Same second = new Same();
        queue.enter(first);
        assertFalse(queue.leave(second));
        queue.enter(second);
        assertTrue(queue.leave(second));
        assertFalse(queue.leave(second));
        assertTrue(queue.next() == first);
        assertNull(queue.next());
    }

    @Test
    void does_not_grow_while_one_waits_for_ever_and_others_come_and_leave() {
        WaitQueue<Object> queue = new WaitQueue<>();
        Object patient = new Object();
        queue.enter(patient);
        Object last = new Object();
        queue.enter(last);
        for (int i = 0; i < 100_000; i++) {
            Object next = new Object();
            queue.enter(next);
            assertTrue(queue.leave(last));
            last = next;
        }
        assertEquals(2, queue.size());
        assertTrue(queue.places() <= 64, () -> queue.places() + " places for two");
        assertTrue(queue.next() == patient);
    }
}
