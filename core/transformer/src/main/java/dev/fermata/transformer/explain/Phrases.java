package dev.fermata.transformer.explain;

import java.util.List;
import java.util.stream.Collectors;

/** What both reports say in the same words. */
final class Phrases {
    private Phrases() {}

    static String size(FrameView frame) {
        ObjectSize size = frame.size();
        return size.total() + " bytes = " + size.header() + " header + " + size.inherited() + " of " + frame.base()
                + " + " + size.own() + " of its own" + (size.padding() > 0 ? " + " + size.padding() + " padding" : "");
    }

    static String sizeRule() {
        return "a 64-bit HotSpot with compressed references, its default";
    }

    static String code(MethodView method) {
        return method.bytesBefore() + " bytes of bytecode became " + method.bytesAfter();
    }

    static String points(MethodView method) {
        return method.points() == 1 ? "1 suspension point" : method.points() + " suspension points";
    }

    /** Where control goes from a state: "1 or end; after a caught exception 3". */
    static String next(MethodView method, int state) {
        String normal = targets(method, state, false);
        String exceptional = targets(method, state, true);
        if (exceptional.isEmpty()) {
            return normal.isEmpty() ? "nowhere" : normal;
        }
        return (normal.isEmpty() ? "" : normal + "; ") + "after a caught exception " + exceptional;
    }

    private static String targets(MethodView method, int state, boolean byException) {
        List<Transition> some = method.transitions().stream()
                .filter(transition -> transition.from() == state && transition.byException() == byException)
                .toList();
        return some.stream().map(Transition::target).collect(Collectors.joining(" or "));
    }

    static String where(ClassView view, int line) {
        String file = view.file() == null ? "" : view.file();
        return line > 0 ? file + ":" + line : file;
    }

    /** What to say of a class without methods to show; null if there is something. */
    static String nothing(ClassView view) {
        if (!view.methods().isEmpty()) {
            return null;
        }
        return view.note() == null ? "It has no suspendable methods." : view.note();
    }
}
