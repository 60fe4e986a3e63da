package dev.fermata.io;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Bytes that have come and have not been read. Grows with what comes, and lets its memory go when it was much and has been
 * read: most connections are idle, and there are thousands of them.
 *
 * <pre>
 *   0 ........ start ======== end ........ array.length
 *   was read   is in store        room
 * </pre>
 */
final class Buffer {
    private static final byte[] NOTHING = {};
    private static final int FIRST_ROOM = 2 * 1024;

    /** To read less at once is not worth a system call. */
    private static final int LEAST_ROOM = 512;

    private static final int MOST_ROOM = 64 * 1024;

    private ByteBuffer bytes = ByteBuffer.wrap(NOTHING);
    private int start;
    private int end;

    /** How much to have read at once: more when that was filled, less when it was far too much. */
    private int nextRoom = FIRST_ROOM;

    int size() {
        return end - start;
    }

    boolean isEmpty() {
        return start == end;
    }

    /**
     * Room for what comes next, to be followed by {@link #filled}.
     *
     * @param wanted for how many bytes; there may be more room, or less if so much has never come at once: a
     *     source may need as much memory again
     */
    ByteBuffer room(int wanted) {
        if (isEmpty()) {
            start = 0;
            end = 0;
        }
        int least = Math.min(Math.max(wanted, LEAST_ROOM), nextRoom);
        if (capacity() - end < least) {
            makeRoom(nextRoom);
        }
        return bytes.limit(Math.min(capacity(), end + MOST_ROOM)).position(end);
    }

    /** Takes what has been put into the room. */
    void filled() {
        int count = bytes.position() - end;
        end = bytes.position();
        if (end == capacity() && nextRoom < MOST_ROOM) {
            nextRoom *= 2;
        } else if (count > 0 && count < nextRoom / 4 && nextRoom > FIRST_ROOM) {
            nextRoom /= 2;
        }
    }

    /** Nothing has come, and that may last: keeps no more memory than a connection may that is idle. */
    void idle() {
        if (isEmpty() && capacity() > FIRST_ROOM) {
            bytes = ByteBuffer.wrap(NOTHING);
            start = 0;
            end = 0;
        }
    }

    private void makeRoom(int room) {
        int size = size();
        byte[] old = bytes.array();
        if (size + room <= old.length && start >= size) {
            System.arraycopy(old, start, old, 0, size);
        } else {
            byte[] larger = new byte[Math.max(size + room, size + size / 2)];
            System.arraycopy(old, start, larger, 0, size);
            bytes = ByteBuffer.wrap(larger);
        }
        start = 0;
        end = size;
    }

    private int capacity() {
        return bytes.capacity();
    }

    byte[] take(int count) {
        if (count == 0) {
            return NOTHING;
        }
        byte[] taken = Arrays.copyOfRange(bytes.array(), start, start + count);
        drop(count);
        return taken;
    }

    byte[] takeAll() {
        return take(size());
    }

    /** Moves as much as there is room for; gives how much. */
    int take(ByteBuffer target) {
        int count = Math.min(size(), target.remaining());
        target.put(bytes.array(), start, count);
        drop(count);
        return count;
    }

    void drop(int count) {
        start += count;
        if (isEmpty() && capacity() > MOST_ROOM) {
            bytes = ByteBuffer.wrap(NOTHING);
            start = 0;
            end = 0;
        }
    }

    /** Where some bytes begin, counted from what is first in store; -1 if they are not there. */
    int indexOf(byte[] wanted, int from) {
        byte[] array = bytes.array();
        byte first = wanted[0];
        int last = end - wanted.length;
        for (int i = start + from; i <= last; i++) {
            if (array[i] == first && isAt(wanted, array, i)) {
                return i - start;
            }
        }
        return -1;
    }

    private static boolean isAt(byte[] wanted, byte[] array, int place) {
        for (int i = 1; i < wanted.length; i++) {
            if (array[place + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
