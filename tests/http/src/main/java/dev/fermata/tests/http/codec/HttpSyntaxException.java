package dev.fermata.tests.http.codec;

import java.net.ProtocolException;

/** What has come is no HTTP, or too long. */
public final class HttpSyntaxException extends ProtocolException {
    private static final long serialVersionUID = 1;

    private final int status;

    HttpSyntaxException(int status, Throwable cause) {
        super(String.valueOf(cause.getMessage()));
        this.status = status;
        initCause(cause);
    }

    /**
     * What a server answers.
     *
     * @return 400; 414 if the first line is too long, 431 if the headers are
     */
    public int status() {
        return status;
    }
}
