package dev.fermata.transformer.explain;

import dev.fermata.transformer.explain.DiagramLayout.Arrow;
import dev.fermata.transformer.explain.DiagramLayout.Node;

/** Draws the state machine of a method as SVG, styled by the page it stands in. */
final class StateDiagram {
    private static final int RADIUS = 7;

    private final MethodView method;
    private final String id;
    private final Html out;

    private StateDiagram(MethodView method, String id, Html out) {
        this.method = method;
        this.id = id;
        this.out = out;
    }

    /**
     * Draws it.
     *
     * @param id unique in the page
     */
    static void draw(MethodView method, String id, Html out) {
        new StateDiagram(method, id, out).draw(DiagramLayout.of(method));
    }

    private void draw(DiagramLayout layout) {
        String size = "0 0 " + layout.width() + " " + layout.height();
        out.open(
                "svg",
                "class",
                "machine",
                "viewBox",
                size,
                "role",
                "group",
                "width",
                layout.width() + "",
                "aria-label",
                "State machine of " + method.signature());
        marker("arrow-" + id, "tip");
        marker("caught-" + id, "tip caught");
        layout.arrows().forEach(this::draw);
        layout.nodes().forEach(this::draw);
        out.close("svg");
    }

    private void marker(String name, String style) {
        out.open(
                "marker",
                "id",
                name,
                "viewBox",
                "0 0 8 8",
                "refX",
                "7",
                "refY",
                "4",
                "markerWidth",
                "7",
                "markerHeight",
                "7",
                "orient",
                "auto");
        out.element("path", "", "class", style, "d", "M0 0.5 L8 4 L0 7.5 z");
        out.close("marker");
    }

    private void draw(Arrow arrow) {
        Transition transition = arrow.transition();
        String style = "arrow" + (transition.isLoop() ? " loop" : "") + (transition.byException() ? " caught" : "");
        String tip = (transition.byException() ? "caught-" : "arrow-") + id;
        out.element(
                "path",
                "",
                "class",
                style,
                "d",
                path(arrow),
                "marker-end",
                "url(#" + tip + ")",
                "data-from",
                transition.from() + "",
                "data-to",
                transition.to() + "");
    }

    private static String path(Arrow arrow) {
        int startX = arrow.fromX();
        int startY = arrow.fromY();
        int endX = arrow.toX();
        int endY = arrow.toY() - 1;
        if (arrow.lane() < 0) {
            int half = (endY - startY) / 2;
            return "M" + startX + " " + startY + " C" + startX + " " + (startY + half) + " " + endX + " "
                    + (endY - half) + " " + endX + " " + endY;
        }
        int lane = arrow.lane();
        int leaving = startY + arrow.bend();
        int arriving = endY - arrow.bend() - 2;
        int out = lane < startX ? -RADIUS : RADIUS;
        int back = endX < lane ? -RADIUS : RADIUS;
        int along = arriving < leaving ? -RADIUS : RADIUS;
        return "M" + startX + " " + startY
                + " V" + (leaving - RADIUS)
                + corner(startX, leaving, startX + out, leaving)
                + " H" + (lane - out)
                + corner(lane, leaving, lane, leaving + along)
                + " V" + (arriving - along)
                + corner(lane, arriving, lane + back, arriving)
                + " H" + (endX - back)
                + corner(endX, arriving, endX, arriving + RADIUS)
                + " V" + endY;
    }

    private static String corner(int x, int y, int toX, int toY) {
        return " Q" + x + " " + y + " " + toX + " " + toY;
    }

    private void draw(Node node) {
        if (node.state() < 0) {
            String word = node.state() == Transition.END ? "end" : "throws";
            out.open("g", "class", "state " + word, "data-state", node.state() + "");
            box(node, DiagramLayout.NODE_HEIGHT / 2);
            text(node, DiagramLayout.NODE_HEIGHT / 2 + 5, "name", word);
            out.close("g");
            return;
        }
        StateView state = method.states().get(node.state());
        String name = state.number() == 0 ? state.marker() : state.number() + " · " + state.marker();
        String line = state.line() > 0 ? "line " + state.line() : "";
        out.open(
                "g",
                "class",
                state.number() == 0 ? "state entry" : "state point",
                "data-state",
                state.number() + "",
                "data-line",
                state.line() + "",
                "tabindex",
                "0",
                "role",
                "button",
                "aria-label",
                name + ", " + line);
        box(node, state.number() == 0 ? DiagramLayout.NODE_HEIGHT / 2 : 8);
        text(node, 20, "name", name);
        text(node, 36, "where", line);
        out.close("g");
    }

    private void box(Node node, int radius) {
        out.element(
                "rect",
                "",
                "x",
                node.x() + "",
                "y",
                node.y() + "",
                "rx",
                radius + "",
                "width",
                DiagramLayout.NODE_WIDTH + "",
                "height",
                DiagramLayout.NODE_HEIGHT + "");
    }

    private void text(Node node, int down, String style, String text) {
        out.element("text", text, "class", style, "x", node.middle() + "", "y", node.y() + down + "");
    }
}
