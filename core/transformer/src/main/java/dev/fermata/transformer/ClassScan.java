package dev.fermata.transformer;

/**
 * Tells in a microsecond whether a class concerns us: whether our package's name stands anywhere in its bytes. Every
 * class that an application loads passes through here under the agent, most of them before the JIT compiler has been, so
 * it looks at few bytes rather than at the structure. The name can stand nowhere but in the constant pool, except by a
 * chance that no compiler will ever produce; then the class is parsed and found to be none of ours.
 *
 * <p>The search is Horspool's: the byte under the last letter of the name tells how far to go on, most often by more than
 * half the name's length.
 */
public final class ClassScan {
    private static final int MAGIC = 0xCAFEBABE;
    private static final byte[] PACKAGE = bytesOf(RuntimeNames.PACKAGE);
    private static final int LAST = PACKAGE.length - 1;
    private static final byte[] STEPS = steps();

    private ClassScan() {}

    /**
     * Whether a class file contains the name of our package.
     *
     * @param bytes not null, not necessarily a class file
     * @return false if it does not, or if the bytes are no class file at all
     */
    public static boolean mentionsFermata(byte[] bytes) {
        if (bytes.length < PACKAGE.length || !hasMagic(bytes)) {
            return false;
        }
        for (int at = LAST; at < bytes.length; at += STEPS[bytes[at] & 0xFF]) {
            if (bytes[at] == PACKAGE[LAST] && matches(bytes, at - LAST)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasMagic(byte[] bytes) {
        for (int i = 0; i < Integer.BYTES; i++) {
            if (bytes[i] != (byte) (MAGIC >> 24 - 8 * i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(byte[] bytes, int start) {
        for (int i = 0; i < LAST; i++) {
            if (bytes[start + i] != PACKAGE[i]) {
                return false;
            }
        }
        return true;
    }

    /** Not by a charset, for the JVM would have to load some. */
    private static byte[] bytesOf(String ascii) {
        byte[] bytes = new byte[ascii.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) ascii.charAt(i);
        }
        return bytes;
    }

    /** For each byte, how far it stands from the end of the name, at its last occurrence before the last letter. */
    private static byte[] steps() {
        byte[] steps = new byte[1 << Byte.SIZE];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = (byte) PACKAGE.length;
        }
        for (int i = 0; i < LAST; i++) {
            steps[PACKAGE[i]] = (byte) (LAST - i);
        }
        return steps;
    }
}
