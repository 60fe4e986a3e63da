package dev.fermata.benchmarks.size;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the bytecode of every method out of a class file (JVMS 4.1). ASM shows instructions, whose size depends on how they
 * have been written.
 */
final class CodeOf {
    private static final int TO_CONSTANT_POOL = 8;
    private static final int TO_CODE_LENGTH = 4;

    private final DataInputStream in;
    private final Map<Integer, String> texts = new LinkedHashMap<>();
    private final Map<String, byte[]> code = new LinkedHashMap<>();

    private CodeOf(byte[] classFile) {
        in = new DataInputStream(new ByteArrayInputStream(classFile));
    }

    /** The code of the methods that have any, by name and descriptor, in the order of the class file. */
    static Map<String, byte[]> methodsOf(byte[] classFile) throws IOException {
        CodeOf reader = new CodeOf(classFile);
        reader.in.skipNBytes(TO_CONSTANT_POOL);
        reader.readConstantPool();
        reader.in.skipNBytes(3 * Short.BYTES); // access, this class, super class
        reader.in.skipNBytes((long) Short.BYTES * reader.in.readUnsignedShort()); // interfaces
        reader.readMembers(); // fields, which have no code
        reader.readMembers();
        return reader.code;
    }

    private void readConstantPool() throws IOException {
        int count = in.readUnsignedShort();
        for (int index = 1; index < count; index++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts.put(index, in.readUTF());
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2); // Class, String, MethodType, Module, Package
                case 15 -> in.skipNBytes(3); // MethodHandle
                case 5, 6 -> { // Long and Double take two entries
                    in.skipNBytes(8);
                    index++;
                }
                default -> in.skipNBytes(4);
            }
        }
    }

    private void readMembers() throws IOException {
        int members = in.readUnsignedShort();
        for (int i = 0; i < members; i++) {
            in.skipNBytes(Short.BYTES); // access
            String name = texts.get(in.readUnsignedShort());
            String member = name + texts.get(in.readUnsignedShort());
            int attributes = in.readUnsignedShort();
            for (int j = 0; j < attributes; j++) {
                readAttribute(member);
            }
        }
    }

    private void readAttribute(String member) throws IOException {
        String attribute = texts.get(in.readUnsignedShort());
        byte[] content = in.readNBytes(in.readInt());
        if (attribute.equals("Code")) {
            DataInputStream inside = new DataInputStream(new ByteArrayInputStream(content));
            inside.skipNBytes(TO_CODE_LENGTH);
            code.put(member, inside.readNBytes(inside.readInt()));
        }
    }
}
