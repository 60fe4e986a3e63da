package dev.fermata.transformer.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Places the states of a method for drawing: in layers from top to bottom, each state below all that lead to it forwards,
 * the ends at the bottom. An arrow to the next layer goes straight; one that passes a layer runs along the left side, one
 * that leads back along the right, each in a lane that no other uses at that height.
 *
 * <pre>
 *        entry
 *          │
 *      ┌── 1 ◄─┐
 *      │   │   │
 *      │   2 ──┘
 *      │   │
 *      └► end
 * </pre>
 */
final class DiagramLayout {
    static final int NODE_WIDTH = 132;
    static final int NODE_HEIGHT = 46;
    private static final int LAYER = 100;
    private static final int GAP = 24;
    private static final int LANE = 13;
    private static final int MARGIN = 10;
    private static final int PORT = 16;

    /** A state; x and y are those of its upper left corner. */
    record Node(int state, int x, int y) {
        int middle() {
            return x + NODE_WIDTH / 2;
        }

        int bottom() {
            return y + NODE_HEIGHT;
        }
    }

    /**
     * An arrow from the bottom of a state to the top of another.
     *
     * @param lane the x of the lane it runs in; -1 if it goes straight
     * @param bend how far from the states it turns into its lane
     */
    record Arrow(Transition transition, int fromX, int fromY, int toX, int toY, int lane, int bend) {}

    private final MethodView method;
    private final Map<Integer, Integer> layers = new LinkedHashMap<>();
    private final Map<Integer, Node> nodes = new LinkedHashMap<>();
    private final List<Arrow> arrows = new ArrayList<>();
    private int width;
    private int height;

    private DiagramLayout(MethodView method) {
        this.method = method;
    }

    static DiagramLayout of(MethodView method) {
        DiagramLayout layout = new DiagramLayout(method);
        layout.findLayers();
        layout.place();
        return layout;
    }

    List<Node> nodes() {
        return List.copyOf(nodes.values());
    }

    List<Arrow> arrows() {
        return arrows;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** The states are in the order of the code, so one pass sees every state after those that lead to it forwards. */
    private void findLayers() {
        method.states().forEach(state -> layers.put(state.number(), 0));
        for (StateView state : method.states()) {
            for (Transition transition : method.transitions()) {
                if (transition.from() == state.number() && transition.to() > transition.from()) {
                    layers.merge(transition.to(), layers.get(transition.from()) + 1, Math::max);
                }
            }
        }
        int last =
                1 + layers.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        layers.put(Transition.END, last);
        if (method.transitions().stream().anyMatch(transition -> transition.to() == Transition.THROWS)) {
            layers.put(Transition.THROWS, last);
        }
    }

    private void place() {
        Lanes left = new Lanes();
        Lanes right = new Lanes();
        Map<Transition, Integer> lanes = new LinkedHashMap<>();
        for (Transition transition : method.transitions()) {
            int from = layers.get(transition.from());
            int to = layers.get(transition.to());
            if (to > from + 1) {
                lanes.put(transition, left.take(from, to));
            } else if (to <= from) {
                lanes.put(transition, right.take(to - 1, from + 1));
            }
        }
        int nodesLeft = MARGIN + left.count() * LANE;
        int nodesWidth = widest() * (NODE_WIDTH + GAP) - GAP;
        placeNodes(nodesLeft, nodesWidth);
        for (Transition transition : method.transitions()) {
            Integer lane = lanes.get(transition);
            boolean isForward = layers.get(transition.to()) > layers.get(transition.from());
            int x = -1;
            if (lane != null) {
                x = isForward ? nodesLeft - (lane + 1) * LANE + 4 : nodesLeft + nodesWidth + (lane + 1) * LANE - 4;
            }
            arrows.add(arrow(transition, x, lane == null ? 0 : lane));
        }
        width = nodesLeft + nodesWidth + right.count() * LANE + MARGIN;
        height = nodes.values().stream().mapToInt(Node::bottom).max().orElse(0) + 2 * MARGIN;
    }

    private int widest() {
        return layers.values().stream()
                .mapToInt(layer -> inLayer(layer).size())
                .max()
                .orElse(1);
    }

    private List<Integer> inLayer(int layer) {
        return layers.keySet().stream()
                .filter(state -> layers.get(state) == layer)
                .toList();
    }

    private void placeNodes(int left, int available) {
        for (int state : layers.keySet()) {
            int layer = layers.get(state);
            List<Integer> row = inLayer(layer);
            int rowWidth = row.size() * (NODE_WIDTH + GAP) - GAP;
            int x = left + (available - rowWidth) / 2 + row.indexOf(state) * (NODE_WIDTH + GAP);
            nodes.put(state, new Node(state, x, 3 * MARGIN + layer * LAYER));
        }
    }

    /** Arrows that leave or meet at the same state are spread over its edge. */
    private Arrow arrow(Transition transition, int lane, int laneNumber) {
        Node from = nodes.get(transition.from());
        Node to = nodes.get(transition.to());
        List<Transition> leaving = method.transitions().stream()
                .filter(other -> other.from() == transition.from())
                .toList();
        List<Transition> meeting = method.transitions().stream()
                .filter(other -> other.to() == transition.to())
                .toList();
        return new Arrow(
                transition,
                from.middle() + port(leaving.indexOf(transition), leaving.size()),
                from.bottom(),
                to.middle() + port(meeting.indexOf(transition), meeting.size()),
                to.y(),
                lane,
                12 + laneNumber % 3 * 6);
    }

    private static int port(int index, int count) {
        int step = Math.min(PORT, (NODE_WIDTH - 2 * PORT) / count);
        return (2 * index - count + 1) * step / 2;
    }

    /** Gives lanes to stretches of layers, the innermost first that is free all along. */
    private static final class Lanes {
        private record Stretch(int from, int to) {}

        private final List<List<Stretch>> taken = new ArrayList<>();

        int take(int from, int to) {
            for (int lane = 0; ; lane++) {
                if (lane == taken.size()) {
                    taken.add(new ArrayList<>());
                }
                boolean isFree = taken.get(lane).stream().noneMatch(other -> from < other.to && other.from < to);
                if (isFree) {
                    taken.get(lane).add(new Stretch(from, to));
                    return lane;
                }
            }
        }

        int count() {
            return taken.size();
        }
    }
}
