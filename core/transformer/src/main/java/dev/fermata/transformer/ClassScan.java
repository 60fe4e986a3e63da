package dev.fermata.transformer;

import java.nio.charset.StandardCharsets;

/**
 * Reads nothing but the constant pool of a class file (JVMS 4.4), to tell in a microsecond whether the class concerns
 * us. Every class that an application loads passes through here under the agent.
 */
final class ClassScan {
    private static final int MAGIC = 0xCAFEBABE;
    private static final int POOL_OFFSET = 10;
    private static final byte[] PACKAGE = RuntimeNames.PACKAGE.getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;

    ClassScan(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Whether some UTF-8 constant contains our package; false if the bytes are no class file at all. */
    boolean mentionsFermata() {
        if (bytes.length < POOL_OFFSET || int4(0) != MAGIC) {
            return false;
        }
        int count = int2(8);
        int at = POOL_OFFSET;
        for (int index = 1; index < count && at < bytes.length; index++) {
            int tag = bytes[at];
            if (tag == 1) {
                int length = at + 2 < bytes.length ? int2(at + 1) : 0;
                if (contains(at + 3, Math.min(at + 3 + length, bytes.length))) {
                    return true;
                }
                at += 3 + length;
            } else {
                int size = sizeOf(tag);
                if (size == 0) {
                    return false; // not a constant pool as anybody knows it
                }
                at += size;
                if (tag == 5 || tag == 6) {
                    index++; // long and double take two entries
                }
            }
        }
        return false;
    }

    /** The size of a constant with its tag, from the tables of JVMS 4.4; 0 for a tag that does not exist. */
    private static int sizeOf(int tag) {
        return switch (tag) {
            case 7, 8, 16, 19, 20 -> 3; // Class, String, MethodType, Module, Package
            case 15 -> 4; // MethodHandle
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 5; // Integer, Float, the refs, NameAndType, (Invoke)Dynamic
            case 5, 6 -> 9; // Long, Double
            default -> 0;
        };
    }

    private boolean contains(int from, int to) {
        for (int start = from; start <= to - PACKAGE.length; start++) {
            if (matches(start)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(int start) {
        for (int i = 0; i < PACKAGE.length; i++) {
            if (bytes[start + i] != PACKAGE[i]) {
                return false;
            }
        }
        return true;
    }

    private int int2(int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    private int int4(int at) {
        return int2(at) << 16 | int2(at + 2);
    }
}
