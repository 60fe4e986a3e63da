package dev.fermata.frame;

/**
 * The input of a frame that is resumed by an exception instead of a value.
 *
 * @param error what the pending suspension point throws
 * @param origin where it comes from; null if nobody knows more than its trace tells
 */
record Raised(Throwable error, Origin origin) {
    Raised(Throwable error) {
        this(error, null);
    }
}
