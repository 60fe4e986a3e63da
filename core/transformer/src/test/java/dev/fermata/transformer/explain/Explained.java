package dev.fermata.transformer.explain;

import dev.fermata.transformer.woven.Classes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Sources, compiled and explained. */
final class Explained {
    private static final Explainer EXPLAINER = new Explainer(SourceRoots.NONE, List.of());

    private Explained() {}

    /** A source in the resources. */
    static String source(String name) throws IOException {
        try (var in = Objects.requireNonNull(Explained.class.getResourceAsStream("/explain/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The class of the golden files. */
    static ClassView orders() throws IOException {
        return of("com/acme/Orders", source("Orders.java"));
    }

    /** One class of a source. */
    static ClassView of(String name, String source) throws IOException {
        ClassView view = EXPLAINER.explain(Classes.compile(source).files().get(name));
        return new ClassView(
                view.name(), "Orders.java", SourceText.of(source), view.methods(), view.diagnostics(), view.note());
    }

    /** The first method of a class {@code Example} that has these members. */
    static MethodView method(String members) throws IOException {
        String source = "import dev.fermata.*; import static dev.fermata.Coroutine.await; import java.util.*;\n"
                + "class Example {\n" + members + "\n}\n";
        ClassView view = of("Example", source);
        if (view.methods().isEmpty()) {
            throw new AssertionError(view.diagnostics() + " " + view.note());
        }
        return view.methods().get(0);
    }
}
