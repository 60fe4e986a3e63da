package dev.fermata.transformer.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Computes how HotSpot (since JDK 15) lays out an object on 64 bits with compressed references and class pointers, its
 * default below 32 GB of heap: a header of 12 bytes; then class by class from the topmost, primitive fields before
 * references and large ones before small ones, each in the smallest gap that it fits, a superclass's gaps included, or
 * else at the end; the whole rounded up to 8 bytes.
 */
final class ObjectLayout {
    private static final int HEADER = 12;
    private static final int ALIGNMENT = 8;

    private record Gap(int start, int end) {
        int size() {
            return end - start;
        }
    }

    private final List<Gap> gaps = new ArrayList<>();
    private int end = HEADER;
    private int inherited;
    private int own;

    private ObjectLayout() {}

    /**
     * The size of an object.
     *
     * @param superclasses the field descriptors of each superclass, the topmost first
     * @param fields the descriptors of its own fields
     */
    static ObjectSize sizeOf(List<List<String>> superclasses, List<String> fields) {
        ObjectLayout layout = new ObjectLayout();
        for (List<String> level : superclasses) {
            layout.inherited += layout.add(level);
        }
        layout.own = layout.add(fields);
        int total = roundUp(layout.end, ALIGNMENT);
        return new ObjectSize(HEADER, layout.inherited, layout.own, total - HEADER - layout.inherited - layout.own);
    }

    private int add(List<String> descriptors) {
        List<String> sorted = new ArrayList<>(descriptors);
        sorted.sort(Comparator.comparing(ObjectLayout::isReference)
                .thenComparing(Comparator.comparing(ObjectLayout::bytes).reversed()));
        int sum = 0;
        for (String descriptor : sorted) {
            place(bytes(descriptor));
            sum += bytes(descriptor);
        }
        return sum;
    }

    private void place(int size) {
        Gap best = null;
        for (Gap gap : gaps) {
            boolean fits = roundUp(gap.start, size) + size <= gap.end;
            if (fits && (best == null || gap.size() < best.size())) {
                best = gap;
            }
        }
        if (best == null) {
            int start = roundUp(end, size);
            addGap(end, start);
            end = start + size;
        } else {
            gaps.remove(best);
            int start = roundUp(best.start, size);
            addGap(best.start, start);
            addGap(start + size, best.end);
        }
    }

    private void addGap(int from, int to) {
        if (from < to) {
            gaps.add(new Gap(from, to));
        }
    }

    private static boolean isReference(String descriptor) {
        return descriptor.length() > 1;
    }

    private static int bytes(String descriptor) {
        return switch (descriptor.charAt(0)) {
            case 'J', 'D' -> 8;
            case 'B', 'Z' -> 1;
            case 'S', 'C' -> 2;
            default -> 4; // int, float, and a compressed reference
        };
    }

    private static int roundUp(int value, int multiple) {
        return (value + multiple - 1) / multiple * multiple;
    }
}
