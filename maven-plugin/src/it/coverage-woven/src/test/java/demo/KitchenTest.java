package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.loop.EventLoop;
import org.junit.jupiter.api.Test;

class KitchenTest {
    @Test
    void cooks_for_the_hungry() {
        assertEquals("soup for Ada", EventLoop.run(Kitchen.serve("Ada", true)));
    }
}
