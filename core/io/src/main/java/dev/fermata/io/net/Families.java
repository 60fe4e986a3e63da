package dev.fermata.io.net;

import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** The order in which the addresses of a name are tried (RFC 8305, section 4). */
final class Families {
    private Families() {}

    /** Takes from both families in turn, beginning with that of the first, so that one that does not work costs one delay. */
    static List<InetAddress> interleaved(List<InetAddress> addresses) {
        Queue<InetAddress> first = new ArrayDeque<>();
        Queue<InetAddress> other = new ArrayDeque<>();
        for (InetAddress address : addresses) {
            (address.getClass() == addresses.get(0).getClass() ? first : other).add(address);
        }
        List<InetAddress> order = new ArrayList<>();
        while (!first.isEmpty() || !other.isEmpty()) {
            if (!first.isEmpty()) {
                order.add(first.remove());
            }
            if (!other.isEmpty()) {
                order.add(other.remove());
            }
        }
        return order;
    }
}
