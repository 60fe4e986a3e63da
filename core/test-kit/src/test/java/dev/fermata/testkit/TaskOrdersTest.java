package dev.fermata.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaskOrdersTest {
    @AfterEach
    void clear() {
        List.of(TaskOrders.SEED, TaskOrders.COUNT, TaskOrders.BASE).forEach(System::clearProperty);
    }

    private static List<String> names(int count) {
        return TaskOrders.choose(count).stream().map(TaskOrder::toString).toList();
    }

    @Test
    void the_first_is_by_arrival_and_the_others_are_always_the_same() {
        assertEquals(List.of("by arrival", "order seed 0x1", "order seed 0x2"), names(3));
        assertThrows(IllegalArgumentException.class, () -> TaskOrders.choose(0));
    }

    @Test
    void one_can_be_asked_for() {
        System.setProperty(TaskOrders.SEED, "0xffffffffffffffff");
        assertEquals(List.of("order seed 0xffffffffffffffff"), names(3));
        System.setProperty(TaskOrders.SEED, "42");
        assertEquals(List.of("order seed 0x2a"), names(3));
        System.setProperty(TaskOrders.SEED, "one");
        assertThrows(IllegalArgumentException.class, () -> TaskOrders.choose(3));
    }

    @Test
    void more_and_others_can_be_asked_for() {
        System.setProperty(TaskOrders.COUNT, "4");
        System.setProperty(TaskOrders.BASE, "0x100");
        assertEquals(List.of("by arrival", "order seed 0x101", "order seed 0x102", "order seed 0x103"), names(2));
        System.setProperty(TaskOrders.BASE, "random");
        assertNotEquals(names(4), names(4));
    }
}
