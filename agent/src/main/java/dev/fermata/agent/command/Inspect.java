package dev.fermata.agent.command;

import dev.fermata.agent.inspection.Answer;
import dev.fermata.agent.inspection.View;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code ps} and {@code tree}: what runs in another JVM. */
public final class Inspect implements Command {
    private final View view;
    private final String summary;

    public Inspect(View view, String summary) {
        this.view = view;
        this.summary = summary;
    }

    @Override
    public String name() {
        return view.word();
    }

    @Override
    public String usage() {
        return InspectArguments.USAGE;
    }

    @Override
    public String summary() {
        return summary;
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws CommandException {
        InspectArguments given = InspectArguments.parse(arguments);
        AttachModule.require();
        if (given.pid() == 0) {
            return JvmList.print(given.patience(), out, err);
        }
        JvmProcess process = JvmProcess.of(given.pid());
        View asked = given.json() ? View.JSON : view;
        String answer = Deadline.call(given.patience(), process, () -> ask(process, asked));
        return print(answer, asked, out, err);
    }

    private static String ask(JvmProcess process, View view) throws CommandException {
        try (Attachment attachment = Attachment.to(process)) {
            if (attachment.offersManagement()) {
                String answer = Management.ask(attachment, view);
                if (answer != null) {
                    return answer;
                }
            }
            return attachment.ask(view);
        }
    }

    /** JSON is in UTF-8 wherever it goes; text in what the terminal understands. */
    private static int print(String answer, View view, PrintStream out, PrintStream err) {
        int exit = 0;
        for (String line : answer.lines().toList()) {
            if (line.startsWith(Answer.ERROR)) {
                err.println("fermata: " + Printable.text(line.substring(Answer.ERROR.length())));
                exit = 1;
            } else if (view == View.JSON) {
                byte[] bytes = (Printable.json(line) + "\n").getBytes(StandardCharsets.UTF_8);
                out.write(bytes, 0, bytes.length);
            } else {
                out.println(Printable.text(line));
            }
        }
        out.flush();
        return exit;
    }
}
