package dev.fermata.transformer.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Places the states of a method for drawing: in layers from top to bottom, each state below all that lead to it forwards,
 * the ends at the bottom. An arrow to the next layer goes straight; those that pass a layer run along the left side, those
 * that lead back along the right. All that go to the same state share a lane, which no others use at that height.
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
        for (int target : layers.keySet()) {
            List<Integer> passing = layersLeadingTo(target, Side.LEFT);
            if (!passing.isEmpty()) {
                left.take(target, passing.get(0), layers.get(target));
            }
            List<Integer> looping = layersLeadingTo(target, Side.RIGHT);
            if (!looping.isEmpty()) {
                right.take(target, layers.get(target) - 1, looping.get(looping.size() - 1) + 1);
            }
        }
        int nodesLeft = MARGIN + left.count() * LANE;
        int nodesWidth = widest() * (NODE_WIDTH + GAP) - GAP;
        placeNodes(nodesLeft, nodesWidth);
        for (Transition transition : method.transitions()) {
            arrows.add(
                    switch (sideOf(transition)) {
                        case LEFT -> {
                            int lane = left.of(transition.to());
                            yield arrow(transition, nodesLeft - (lane + 1) * LANE + LANE / 3, lane);
                        }
                        case STRAIGHT -> arrow(transition, -1, 0);
                        case RIGHT -> {
                            int lane = right.of(transition.to());
                            yield arrow(transition, nodesLeft + nodesWidth + (lane + 1) * LANE - LANE / 3, lane);
                        }
                    });
        }
        width = nodesLeft + nodesWidth + right.count() * LANE + MARGIN;
        height = nodes.values().stream().mapToInt(Node::bottom).max().orElse(0) + 2 * MARGIN;
    }

    private enum Side {
        LEFT,
        STRAIGHT,
        RIGHT
    }

    private Side sideOf(Transition transition) {
        int distance = layers.get(transition.to()) - layers.get(transition.from());
        if (distance <= 0) {
            return Side.RIGHT;
        }
        return distance == 1 ? Side.STRAIGHT : Side.LEFT;
    }

    /** Sorted. */
    private List<Integer> layersLeadingTo(int target, Side side) {
        return method.transitions().stream()
                .filter(transition -> transition.to() == target && sideOf(transition) == side)
                .map(transition -> layers.get(transition.from()))
                .sorted()
                .toList();
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

    private Arrow arrow(Transition transition, int lane, int laneNumber) {
        Node from = nodes.get(transition.from());
        Node to = nodes.get(transition.to());
        return new Arrow(
                transition,
                from.middle() + port(transition, other -> other.from() == transition.from()),
                from.bottom(),
                to.middle() + port(transition, other -> other.to() == transition.to()),
                to.y(),
                lane,
                12 + laneNumber % 3 * 6);
    }

    /**
     * How far from the middle of a state's edge an arrow touches it: from the left those that go left, all at one point,
     * then the straight ones, then those that go right.
     */
    private int port(Transition transition, Predicate<Transition> atThisEdge) {
        List<Transition> straight = new ArrayList<>();
        boolean hasLeft = false;
        boolean hasRight = false;
        for (Transition other : method.transitions()) {
            if (atThisEdge.test(other)) {
                hasLeft |= sideOf(other) == Side.LEFT;
                hasRight |= sideOf(other) == Side.RIGHT;
                if (sideOf(other) == Side.STRAIGHT) {
                    straight.add(other);
                }
            }
        }
        int first = hasLeft ? 1 : 0;
        int count = first + straight.size() + (hasRight ? 1 : 0);
        int index = switch (sideOf(transition)) {
            case LEFT -> 0;
            case STRAIGHT -> first + straight.indexOf(transition);
            case RIGHT -> count - 1;
        };
        int step = Math.min(PORT, (NODE_WIDTH - 2 * PORT) / count);
        return (2 * index - count + 1) * step / 2;
    }

    /** Gives each state that needs one a lane for a stretch of layers, the innermost that is free all along. */
    private static final class Lanes {
        private record Stretch(int from, int to) {}

        private final List<List<Stretch>> taken = new ArrayList<>();
        private final Map<Integer, Integer> lanes = new HashMap<>();

        void take(int state, int from, int to) {
            int lane = 0;
            while (lane < taken.size()
                    && taken.get(lane).stream().anyMatch(other -> from < other.to && other.from < to)) {
                lane++;
            }
            if (lane == taken.size()) {
                taken.add(new ArrayList<>());
            }
            taken.get(lane).add(new Stretch(from, to));
            lanes.put(state, lane);
        }

        int of(int state) {
            return lanes.get(state);
        }

        int count() {
            return taken.size();
        }
    }
}
