package dev.fermata.tests.inspection;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands that run another one elsewhere or as somebody else, which only root may do. */
final class Superuser {
    private static final String NOBODY = "65534";

    private Superuser() {}

    /** In a mount namespace of its own, as in a container, where the directory is empty. */
    static List<String> hiding(Path directory) {
        return usable(List.of(
                "unshare", "--mount", "sh", "-c", "mount -t tmpfs none " + directory + " && exec \"$@\"", "sh"));
    }

    /** As a user who owns nothing. */
    static List<String> asNobody() {
        return usable(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
    }

    static List<String> both(List<String> first, List<String> second) {
        List<String> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    private static List<String> usable(List<String> before) {
        boolean usable;
        try {
            usable = new ProcessBuilder(both(before, List.of("true"))).start().waitFor() == 0;
        } catch (IOException missing) {
            usable = false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assumeTrue(usable, () -> "needs root and util-linux: " + String.join(" ", before));
        return before;
    }
}
