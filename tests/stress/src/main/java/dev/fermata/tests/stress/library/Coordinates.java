package dev.fermata.tests.stress.library;

/**
 * Names a released artifact.
 *
 * @param group its group id, not empty
 * @param artifact its artifact id, not empty
 * @param version its version, not empty
 */
record Coordinates(String group, String artifact, String version) {

    /**
     * Reads {@code group:artifact:version}.
     *
     * @param option the name of the option that the text was given for, for the message
     * @throws StressFailure if the text is anything else
     */
    static Coordinates parse(String option, String text) {
        String[] parts = text == null ? new String[0] : text.trim().split(":", -1);
        if (parts.length != 3 || parts[0].isBlank() || parts[1].isBlank() || parts[2].isBlank()) {
            throw new StressFailure("-D" + option + "=" + (text == null ? "" : text)
                    + " does not name an artifact as group:artifact:version, for instance"
                    + " -Dlibrary=org.apache.commons:commons-csv:1.10.0 -Dtests=org.apache.commons:commons-csv:1.10.0");
        }
        return new Coordinates(parts[0], parts[1], parts[2]);
    }

    /** The artifact whatever its version. */
    String key() {
        return group + ":" + artifact;
    }

    /** A file name that no other artifact has. */
    String fileName() {
        return group + "_" + artifact + "_" + version;
    }

    @Override
    public String toString() {
        return key() + ":" + version;
    }
}
