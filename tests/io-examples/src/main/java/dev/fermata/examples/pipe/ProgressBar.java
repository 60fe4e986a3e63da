package dev.fermata.examples.pipe;

import java.io.PrintStream;

/** Draws how much is done, in one line of a terminal. */
final class ProgressBar {
    private static final int WIDTH = 40;

    private final PrintStream terminal;
    private final long total;
    private long done;
    private int shown = -1;

    ProgressBar(PrintStream terminal, long total) {
        this.terminal = terminal;
        this.total = total;
    }

    void advance(long more) {
        done = Math.min(done + more, total);
        show();
    }

    void finish() {
        done = total;
        show();
        terminal.println();
    }

    private void show() {
        int percent = total == 0 ? 100 : (int) (100 * done / total);
        if (percent != shown) {
            shown = percent;
            int filled = WIDTH * percent / 100;
            terminal.print("\r[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + percent + " %");
            terminal.flush();
        }
    }
}
