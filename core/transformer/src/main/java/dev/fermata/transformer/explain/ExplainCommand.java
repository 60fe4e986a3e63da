package dev.fermata.transformer.explain;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayList;
import java.util.List;

/** {@code java -jar fermata-agent.jar explain ...}: explains classes on a terminal, and in a page if one is wanted. */
public final class ExplainCommand {
    private static final int FOUND = 0;

    /** There is nothing to show, or weaving refuses a class. */
    private static final int NOTHING = 1;

    private static final int MISUSED = 2;

    private ExplainCommand() {}

    /**
     * Runs the command.
     *
     * @param arguments those behind "explain", not null
     * @param out receives the explanation
     * @param err receives what is wrong with the arguments
     * @return the exit code: 0 if methods have been explained; 1 if there are none to explain or a class is refused, which
     *     {@code out} tells; 2 if the arguments are wrong or a file cannot be read or written
     */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (List.of(arguments).contains("--help")) {
            out.println(ExplainArguments.USAGE);
            return FOUND;
        }
        try {
            return run(ExplainArguments.parse(arguments), out);
        } catch (IllegalArgumentException wrong) {
            err.println("explain: " + wrong.getMessage());
            err.println(ExplainArguments.USAGE);
        } catch (FileSystemException e) {
            err.println("explain: " + e.getFile() + ": " + (e.getReason() == null ? "cannot be used" : e.getReason()));
        } catch (IOException | ProviderNotFoundException e) {
            err.println("explain: cannot read " + String.join(" ", arguments) + ": " + e.getMessage());
        }
        return MISUSED;
    }

    private static int run(ExplainArguments arguments, PrintStream out) throws IOException {
        List<byte[]> files = ClassFiles.find(arguments.target(), arguments.classPath());
        Explainer explainer = new Explainer(arguments.sources(), arguments.classPath());
        List<ClassView> views = new ArrayList<>();
        for (byte[] file : files) {
            ClassView view = explainer.explain(file);
            ClassView chosen = arguments.method() == null ? view : view.only(arguments.method());
            if (files.size() == 1 || isWorthShowing(view, chosen)) {
                views.add(chosen);
            }
        }
        if (views.isEmpty()) {
            out.println(arguments.target() + ": There are no suspendable methods"
                    + (arguments.method() == null ? "." : " of that name."));
            return NOTHING;
        }
        print(views, out);
        if (arguments.html() != null) {
            write(views, arguments.html());
            out.println();
            out.println("page: " + arguments.html());
        }
        boolean isComplete = views.stream()
                .noneMatch(view -> view.isRefused() || view.methods().isEmpty());
        return isComplete ? FOUND : NOTHING;
    }

    /** Of many classes not those that have nothing to do with the question. */
    private static boolean isWorthShowing(ClassView view, ClassView chosen) {
        boolean hasFailed = view.methods().isEmpty() && view.note() != null;
        return !chosen.methods().isEmpty() || !view.diagnostics().isEmpty() || hasFailed;
    }

    private static void print(List<ClassView> views, PrintStream out) {
        String separator = "";
        for (ClassView view : views) {
            out.print(separator + TextReport.of(view));
            separator = "\n\n";
        }
    }

    private static void write(List<ClassView> views, Path file) throws IOException {
        if (file.toAbsolutePath().getParent() != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        Files.writeString(file, HtmlReport.of(views));
    }
}
