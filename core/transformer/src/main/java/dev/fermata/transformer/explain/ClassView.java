package dev.fermata.transformer.explain;

import dev.fermata.transformer.Diagnostic;
import java.util.List;

/**
 * What weaving makes of a class.
 *
 * @param name the class, dotted; "?" if the bytes do not tell
 * @param file the name of its source file; null if the class does not say
 * @param source the text of that file, or {@link SourceText#NONE}
 * @param methods its suspendable methods in the order of the class file
 * @param diagnostics what weaving reports
 * @param note what else there is to know, such as that the class had been woven before; null if nothing
 */
public record ClassView(
        String name,
        String file,
        SourceText source,
        List<MethodView> methods,
        List<Diagnostic> diagnostics,
        String note) {
    /**
     * Whether the class could not be woven.
     *
     * @return true if a diagnostic is an error
     */
    public boolean isRefused() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    /**
     * The class with only the methods of one name.
     *
     * @param method the name, not null
     * @return the same with fewer methods; with a note if none is left
     */
    public ClassView only(String method) {
        List<MethodView> chosen =
                methods.stream().filter(view -> view.name().equals(method)).toList();
        boolean hasOthers = chosen.isEmpty() && !methods.isEmpty();
        return new ClassView(
                name,
                file,
                source,
                chosen,
                diagnostics,
                hasOthers ? "It has no suspendable method of that name." : note);
    }

    ClassView with(String otherNote) {
        return new ClassView(name, file, source, methods, diagnostics, otherNote);
    }
}
