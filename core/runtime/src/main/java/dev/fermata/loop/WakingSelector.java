package dev.fermata.loop;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.SelectorProvider;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The selector as clocks see it: each wait wakes the tasks that wait for what is ready, on the spot, and leaves no keys
 * selected. The set of selected keys of an ordinary wait costs an object and two searches for each.
 */
final class WakingSelector extends Selector {
    private static final Consumer<SelectionKey> WAKE = key -> {
        if (key.isValid()) {
            ((ChannelWatch) key.attachment()).selected();
        }
    };

    private final Selector selector;

    WakingSelector() throws IOException {
        this.selector = Selector.open();
    }

    /** What channels are to be registered with. */
    Selector channels() {
        return selector;
    }

    @Override
    public boolean isOpen() {
        return selector.isOpen();
    }

    @Override
    public SelectorProvider provider() {
        return selector.provider();
    }

    @Override
    public Set<SelectionKey> keys() {
        return selector.keys();
    }

    @Override
    public Set<SelectionKey> selectedKeys() {
        return selector.selectedKeys();
    }

    @Override
    public int selectNow() throws IOException {
        return selector.selectNow(WAKE);
    }

    @Override
    public int select(long timeout) throws IOException {
        return selector.select(WAKE, timeout);
    }

    @Override
    public int select() throws IOException {
        return selector.select(WAKE);
    }

    @Override
    public Selector wakeup() {
        selector.wakeup();
        return this;
    }

    @Override
    public void close() throws IOException {
        selector.close();
    }
}
