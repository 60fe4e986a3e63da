package dev.fermata.benchmarks.report;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.Map;

/** The colours of those who are compared, by how the names of their variants begin. */
final class Peers {
    private static final Color OF_ANYONE_ELSE = new Color(0xBBBBBB);
    private static final Map<String, Color> COLOURS = new LinkedHashMap<>();

    static {
        COLOURS.put("fermata", new Color(0xD55E00));
        COLOURS.put("handWritten", new Color(0x555555));
        COLOURS.put("kotlin", new Color(0x7F52FF));
        COLOURS.put("virtualThread", new Color(0x009E73));
        COLOURS.put("stream", new Color(0x56B4E9));
        COLOURS.put("completableFuture", new Color(0x0072B2));
        COLOURS.put("javaflow", new Color(0xE69F00));
        COLOURS.put("kilim", new Color(0xCC79A7));
        COLOURS.put("netty", new Color(0x0072B2));
        COLOURS.put("reactor", new Color(0x66A61E));
        COLOURS.put("eaAsync", new Color(0xA6761D));
        COLOURS.put("asyncio", new Color(0xC7B200));
    }

    private Peers() {}

    static Color colourOf(String variant) {
        return COLOURS.entrySet().stream()
                .filter(peer -> variant.startsWith(peer.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(OF_ANYONE_ELSE);
    }
}
