package dev.fermata.examples.redis;

/** What Redis says to a command that it cannot carry out. */
public final class RedisException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RedisException(String message) {
        super(message);
    }
}
