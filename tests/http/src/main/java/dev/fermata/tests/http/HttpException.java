package dev.fermata.tests.http;

import java.io.IOException;

/** A request that is answered by an error: thrown by a handler, or by the body that it reads. */
public final class HttpException extends IOException {
    private static final long serialVersionUID = 1;

    private final int status;

    /**
     * Makes one.
     *
     * @param status what to answer, 400 to 599
     * @param message why; the client is told
     */
    public HttpException(int status, String message) {
        super(message);
        this.status = status;
    }

    /**
     * What the server answers.
     *
     * @return the status
     */
    public int status() {
        return status;
    }
}
