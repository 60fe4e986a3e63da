package dev.fermata.agent.command;

import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ps} without a pid: the JVMs of this user that have Fermata. They are asked for their system properties, and nothing
 * is loaded into them.
 */
final class JvmList {
    private static final Duration PATIENCE_EACH = Duration.ofSeconds(3);

    private static final int MAIN_WIDTH = 80;

    private final List<String> lines = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();
    private int others;

    private JvmList() {}

    static int print(Duration patience, PrintStream out, PrintStream err) {
        JvmList list = new JvmList();
        Duration each = patience.compareTo(PATIENCE_EACH) < 0 ? patience : PATIENCE_EACH;
        for (VirtualMachineDescriptor found : VirtualMachine.list()) {
            if (!found.id().equals(Long.toString(ProcessHandle.current().pid()))) {
                list.look(found, each);
            }
        }
        list.print(out, err);
        return 0;
    }

    private void look(VirtualMachineDescriptor found, Duration patience) {
        try {
            JvmProcess process = JvmProcess.of(Long.parseLong(found.id()));
            String sign = Deadline.call(patience, process, () -> {
                try (Attachment attachment = Attachment.to(process)) {
                    return attachment.signOfFermata();
                }
            });
            if (sign == null) {
                others++;
            } else {
                lines.add(line(found.id(), sign, found.displayName()));
            }
        } catch (CommandException unknown) {
            if (ProcessHandle.of(Long.parseLong(found.id())).isPresent()) {
                troubles.add(unknown.getMessage());
            }
        }
    }

    private static String line(String pid, String sign, String main) {
        String start = main.length() <= MAIN_WIDTH ? main : main.substring(0, MAIN_WIDTH - 3) + "...";
        return Printable.text(String.format("%7s  %-20s  %s", pid, sign, start));
    }

    private void print(PrintStream out, PrintStream err) {
        if (!lines.isEmpty()) {
            out.println(line("PID", "FERMATA", "MAIN"));
            lines.forEach(out::println);
        }
        out.flush();
        troubles.forEach(trouble -> err.println("fermata: " + Printable.text(trouble)));
        if (lines.isEmpty() || others > 0) {
            err.println("fermata: " + (lines.isEmpty() ? "no JVM found that has" : others + " more without")
                    + " Fermata on the class path. 'ps <pid>' looks into other class loaders, too");
        }
    }
}
