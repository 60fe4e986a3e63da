package dev.fermata.agent.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The file by which the attach mechanism of Linux tells a JVM that the signal to come is meant for it. Whoever stops waiting
 * has to remove it, or the next SIGQUIT, which somebody sends for a thread dump, would be taken for that.
 */
final class KnockFile {
    private KnockFile() {}

    static void remove(JvmProcess process) {
        String pids = process.status("NSpid");
        if (pids == null) {
            return; // not Linux, or it has ended
        }
        String[] inNamespaces = pids.split("\\s+");
        String name = ".attach_pid" + inNamespaces[inNamespaces.length - 1];
        for (String place : List.of("cwd", "root/tmp")) {
            Path file = process.proc().resolve(place).resolve(name);
            try {
                Files.deleteIfExists(file);
            } catch (IOException kept) {
                System.err.println("fermata: cannot remove " + file + ": " + kept);
            }
        }
    }
}
