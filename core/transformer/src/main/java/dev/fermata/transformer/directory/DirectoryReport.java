package dev.fermata.transformer.directory;

import dev.fermata.transformer.Diagnostic;
import java.util.List;

/**
 * What came of weaving a directory.
 *
 * @param woven how many classes have been rewritten
 * @param removed how many stale frame classes have been deleted
 * @param diagnostics everything found, by file and then by order in the class
 */
public record DirectoryReport(int woven, int removed, List<Diagnostic> diagnostics) {
    /**
     * Whether nothing was woven because some class cannot be.
     *
     * @return true if there is an error among the diagnostics
     */
    public boolean failed() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
