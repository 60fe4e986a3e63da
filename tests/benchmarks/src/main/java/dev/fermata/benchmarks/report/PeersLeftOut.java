package dev.fermata.benchmarks.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The peers that have no benchmark, as a page beside the benchmarks lists them in a table. */
final class PeersLeftOut {
    private static final String PAGE = "/dev/fermata/benchmarks/peers-left-out.md";
    private static final int CELLS = 3;

    private PeersLeftOut() {}

    static List<LeftOut> read() throws IOException {
        try (InputStream page = PeersLeftOut.class.getResourceAsStream(PAGE)) {
            return page == null ? List.of() : in(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** The rows of the tables that have the cells peer, work and reason, without their heads. */
    static List<LeftOut> in(String markdown) {
        return markdown.lines()
                .filter(line -> line.startsWith("|"))
                .map(PeersLeftOut::cellsOf)
                .filter(cells -> cells.size() == CELLS && !cells.get(0).equals("peer"))
                .filter(cells -> !cells.get(0).matches("[-:]+"))
                .map(cells -> new LeftOut(cells.get(0), cells.get(1), cells.get(2)))
                .toList();
    }

    private static List<String> cellsOf(String row) {
        return Arrays.stream(row.strip().substring(1).split("[|]"))
                .map(String::strip)
                .toList();
    }
}
