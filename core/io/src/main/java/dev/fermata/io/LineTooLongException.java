package dev.fermata.io;

import java.io.IOException;

/**
 * A line was longer than the limit of the reader ({@code ValueError} of asyncio's {@code readline}). It has been dropped: up
 * to its end if that had come already, else as much of it as had come.
 */
public final class LineTooLongException extends IOException {
    private static final long serialVersionUID = 1;

    LineTooLongException(LimitOverrunException cause) {
        super(cause.getMessage(), cause);
    }
}
