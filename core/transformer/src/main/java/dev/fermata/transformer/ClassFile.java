package dev.fermata.transformer;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * The bytes of one class, readable whatever their version. ASM refuses a version it does not know; but a new version
 * seldom changes what weaving looks at, so such a class is read under the newest known one and written back under its
 * own.
 */
public final class ClassFile {
    /** Class file version 52: the first with all that woven code uses. */
    private static final int OLDEST = Opcodes.V1_8;

    private static final int NEWEST_KNOWN = Opcodes.V28;
    private static final int MAJOR_OFFSET = 6;

    private final byte[] bytes;
    private final int major;

    ClassFile(byte[] bytes) {
        this.bytes = bytes;
        this.major = (bytes[MAJOR_OFFSET] & 0xFF) << 8 | bytes[MAJOR_OFFSET + 1] & 0xFF;
    }

    /** A reader for bytes of any version. */
    public static ClassReader readerOf(byte[] classFile) {
        return new ClassFile(classFile).reader();
    }

    /** The major version of a class file, whatever it is. */
    public static int majorOf(byte[] classFile) {
        return new ClassFile(classFile).major;
    }

    int major() {
        return major;
    }

    boolean isTooOld() {
        return major < OLDEST;
    }

    boolean isNewerThanKnown() {
        return major > NEWEST_KNOWN;
    }

    ClassReader reader() {
        return new ClassReader(isNewerThanKnown() ? withMajor(bytes, NEWEST_KNOWN) : bytes);
    }

    /** Gives woven bytes the version that the class came with. */
    byte[] restoreVersion(byte[] woven) {
        return isNewerThanKnown() ? withMajor(woven, major) : woven;
    }

    private static byte[] withMajor(byte[] classFile, int major) {
        byte[] copy = classFile.clone();
        copy[MAJOR_OFFSET] = (byte) (major >> 8);
        copy[MAJOR_OFFSET + 1] = (byte) major;
        return copy;
    }
}
