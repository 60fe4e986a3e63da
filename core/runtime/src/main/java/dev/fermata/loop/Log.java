package dev.fermata.loop;

/**
 * Where what nobody else can be told is written. A class of its own, because finding the logger starts the JDK's logging,
 * which takes longer than everything else in a program's first turn of a loop; most programs have nothing to write.
 */
final class Log {
    static final System.Logger LOGGER = System.getLogger("dev.fermata");

    private Log() {}
}
