package dev.fermata.agent.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.Set;

/**
 * A directory that was made here and stays the same one, even if somebody it has been given to puts a link in its place.
 * Names in it are those of plain files, and no link is followed.
 */
final class HeldDirectory implements AutoCloseable {
    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final Path path;

    /** Null where the system cannot hold a directory; there, none is given away. */
    private final SecureDirectoryStream<Path> held;

    private HeldDirectory(Path path, SecureDirectoryStream<Path> held) {
        this.path = path;
        this.held = held;
    }

    /** Has to be called while nobody else can have changed anything. */
    static HeldDirectory of(Path path) throws IOException {
        DirectoryStream<Path> stream = Files.newDirectoryStream(path);
        if (stream instanceof SecureDirectoryStream<Path> held) {
            return new HeldDirectory(path, held);
        }
        stream.close();
        return new HeldDirectory(path, null);
    }

    boolean isHeld() {
        return held != null;
    }

    /**
     * Reads a file.
     *
     * @throws NoSuchFileException if it is not there
     * @throws IOException if it is no regular file, longer than the limit or cannot be read
     */
    byte[] read(String name, int limit) throws IOException {
        // Asked before it is opened, because opening a pipe waits for whoever writes to it.
        if (!attributes(name).readAttributes().isRegularFile()) {
            throw new IOException(path.resolve(name) + " is not a regular file");
        }
        try (SeekableByteChannel channel = open(name);
                InputStream in = Channels.newInputStream(channel)) {
            // It may still grow, so its size alone tells nothing.
            byte[] bytes = channel.size() > limit ? null : in.readNBytes(limit + 1);
            if (bytes == null || bytes.length > limit) {
                throw new IOException(path.resolve(name) + " is longer than " + limit + " bytes");
            }
            return bytes;
        }
    }

    private BasicFileAttributeView attributes(String name) {
        return held != null
                ? held.getFileAttributeView(Path.of(name), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                : Files.getFileAttributeView(
                        path.resolve(name), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }

    private SeekableByteChannel open(String name) throws IOException {
        return held != null ? held.newByteChannel(Path.of(name), READ) : Files.newByteChannel(path.resolve(name), READ);
    }

    /** Deletes a file if it is there. */
    void delete(String name) throws IOException {
        if (held == null) {
            Files.deleteIfExists(path.resolve(name));
            return;
        }
        try {
            held.deleteFile(Path.of(name));
        } catch (NoSuchFileException already) {
            return;
        }
    }

    /** Deletes the directory, which has to be empty; what may be in its place by now goes as it is, not what it leads to. */
    @Override
    public void close() throws IOException {
        if (held != null) {
            held.close();
        }
        Files.deleteIfExists(path);
    }
}
