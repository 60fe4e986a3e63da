package dev.fermata.transformer.explain;

/**
 * The bytes of an object.
 *
 * @param header mark word and class pointer
 * @param inherited the fields of its superclasses
 * @param own the fields of its class
 * @param padding what alignment leaves empty
 */
public record ObjectSize(int header, int inherited, int own, int padding) {
    /**
     * All of it.
     *
     * @return bytes, a multiple of 8
     */
    public int total() {
        return header + inherited + own + padding;
    }
}
