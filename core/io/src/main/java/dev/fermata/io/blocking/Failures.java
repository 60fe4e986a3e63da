package dev.fermata.io.blocking;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** What streams fail with. */
final class Failures {
    private Failures() {}

    /** A failure that says which file it is about; as it is if that is said already, or there is no file. */
    static Throwable ofFile(Path file, Throwable failure) {
        if (file == null || !(failure instanceof IOException) || failure instanceof FileSystemException) {
            return failure;
        }
        FileSystemException named = new FileSystemException(file.toString(), null, failure.getMessage());
        named.initCause(failure);
        return named;
    }

    /** Throws a failure of a stream as it is; null is none. */
    static void rethrow(Throwable failure) throws IOException {
        Failures.<IOException>rethrowAs(failure);
    }

    /** Throws a failure of a stream as it is where it cannot be declared, as in closing; null is none. */
    static void rethrowUndeclared(Throwable failure) {
        Failures.<RuntimeException>rethrowAs(failure);
    }

    @SuppressWarnings("unchecked") // the caller says what it declares
    private static <E extends Throwable> void rethrowAs(Throwable failure) throws E {
        if (failure != null) {
            throw (E) failure;
        }
    }
}
