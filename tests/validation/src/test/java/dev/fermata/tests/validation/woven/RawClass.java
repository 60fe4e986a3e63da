package dev.fermata.tests.validation.woven;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;

/**
 * A class file cut into its structures (JVMS 4.1) without being interpreted. The bytes of two classes with the same
 * constant pool can be compared.
 */
public final class RawClass {
    private static final int FIRST_POOL_ENTRY = 10;

    private final byte[] bytes;
    private final ClassReader reader;
    private final char[] buffer;
    private final Map<String, Member> fields = new LinkedHashMap<>();
    private final Map<String, Member> methods = new LinkedHashMap<>();
    private final Member self;
    private int at;

    /** Cuts up a class file. */
    public RawClass(byte[] bytes) {
        this.bytes = bytes;
        this.reader = new ClassReader(bytes);
        this.buffer = new char[reader.getMaxStringLength()];
        this.at = reader.header + 6;
        at += 2 + 2 * reader.readUnsignedShort(at);
        byte[] header = Arrays.copyOfRange(bytes, reader.header, at);
        members(fields);
        members(methods);
        self = new Member(header, attributes());
    }

    /**
     * A field, a method or the class itself.
     *
     * @param header flags and names
     * @param attributes by name, without name and length
     */
    record Member(byte[] header, Map<String, byte[]> attributes) {}

    private void members(Map<String, Member> members) {
        int count = reader.readUnsignedShort(at);
        at += 2;
        for (int i = 0; i < count; i++) {
            String key = reader.readUTF8(at + 2, buffer) + reader.readUTF8(at + 4, buffer);
            byte[] header = Arrays.copyOfRange(bytes, at, at + 6);
            at += 6;
            members.put(key, new Member(header, attributes()));
        }
    }

    private Map<String, byte[]> attributes() {
        Map<String, byte[]> attributes = new LinkedHashMap<>();
        int count = reader.readUnsignedShort(at);
        at += 2;
        for (int i = 0; i < count; i++) {
            int start = at + 6;
            int end = start + reader.readInt(at + 2);
            attributes.put(reader.readUTF8(at, buffer), Arrays.copyOfRange(bytes, start, end));
            at = end;
        }
        return attributes;
    }

    /** The entries of the constant pool. */
    byte[] pool() {
        return Arrays.copyOfRange(bytes, FIRST_POOL_ENTRY, reader.header);
    }

    Map<String, Member> fields() {
        return fields;
    }

    /** By name and descriptor. */
    Map<String, Member> methods() {
        return methods;
    }

    Member self() {
        return self;
    }

    /** How long the code of a method is, in bytes (JVMS 4.7.3, {@code code_length}). */
    public int codeLength(String nameAndDesc) {
        byte[] code = methods.get(nameAndDesc).attributes().get("Code");
        return (code[4] & 0xFF) << 24 | (code[5] & 0xFF) << 16 | (code[6] & 0xFF) << 8 | code[7] & 0xFF;
    }
}
