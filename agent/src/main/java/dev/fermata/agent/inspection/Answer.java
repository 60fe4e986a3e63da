package dev.fermata.agent.inspection;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where the answer to an {@link Errand} goes. */
public final class Answer {
    /** How a line starts that says why there is no answer. */
    public static final String ERROR = "fermata: error: ";

    private Answer() {}

    static void toStderr(String text) {
        System.err.print(text);
        System.err.flush();
    }

    /** Writes a file in UTF-8, which only the owner may read if it is new: the names of tasks are nobody else's business. */
    static void toFile(File file, String text) {
        try {
            Path path = file.toPath();
            create(path);
            Files.write(path, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            toStderr(ERROR + "cannot write " + file.getAbsolutePath() + ": " + e + "\n");
        }
    }

    /** A file that is there keeps the permissions that it has. */
    private static void create(Path path) throws IOException {
        if (Files.exists(path)) {
            return;
        }
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(path);
        }
    }
}
