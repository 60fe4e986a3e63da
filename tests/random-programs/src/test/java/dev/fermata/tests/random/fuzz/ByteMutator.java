package dev.fermata.tests.random.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes bytes without knowing what they mean. */
final class ByteMutator {
    private static final int[] EDGES = {0, 1, 2, 0x7F, 0x80, 0xFF, 0x100, 0x7FFF, 0x8000, 0xFFFE, 0xFFFF};

    private final Random random;
    private final List<byte[]> seeds;

    ByteMutator(Random random, List<byte[]> seeds) {
        this.random = random;
        this.seeds = seeds;
    }

    byte[] mutate(byte[] seed) {
        byte[] bytes = seed.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes = once(bytes);
        }
        return bytes;
    }

    private byte[] once(byte[] bytes) {
        if (bytes.length < 16) {
            return bytes;
        }
        int at = 8 + random.nextInt(bytes.length - 10);
        switch (random.nextInt(7)) {
            case 0 -> bytes[at] = (byte) random.nextInt();
            case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> {
                int edge = EDGES[random.nextInt(EDGES.length)];
                bytes[at] = (byte) (edge >> 8);
                bytes[at + 1] = (byte) edge;
            }
            case 3 -> bytes[at] += (byte) (random.nextInt(9) - 4);
            case 4 -> {
                return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : bytes;
            }
            case 5 -> copyWithin(bytes, bytes, at);
            default -> copyWithin(seeds.get(random.nextInt(seeds.size())), bytes, at);
        }
        return bytes;
    }

    private void copyWithin(byte[] from, byte[] to, int at) {
        int length = Math.min(1 + random.nextInt(40), Math.min(from.length, to.length - at));
        System.arraycopy(from, random.nextInt(from.length - length + 1), to, at, length);
    }
}
