package unrelated;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Loads and initialises every class of its list, and says how much CPU time the JVM has used since its start. */
public final class LoadAll {
    private LoadAll() {}

    /**
     * The program.
     *
     * @param arguments none
     * @throws IOException if the list cannot be read
     * @throws ClassNotFoundException if one of the classes is not there
     */
    public static void main(String[] arguments) throws IOException, ClassNotFoundException {
        int loaded = 0;
        try (BufferedReader names = new BufferedReader(
                new InputStreamReader(LoadAll.class.getResourceAsStream("names.txt"), StandardCharsets.US_ASCII))) {
            for (String name = names.readLine(); name != null; name = names.readLine()) {
                Class.forName(name);
                loaded++;
            }
        }
        long cpuMillis =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
        System.out.println(loaded + " " + cpuMillis);
    }
}
