package dev.fermata.transformer.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says what a field of a frame holds at which states: {@code total at 1, 2; name at the entry}. */
final class FieldUses {
    private FieldUses() {}

    static String of(String field, List<StateView> states) {
        Map<String, List<String>> byValue = new LinkedHashMap<>();
        for (StateView state : states) {
            for (StateView.Kept kept : state.kept()) {
                if (field.equals(kept.field())) {
                    byValue.computeIfAbsent(kept.label(), key -> new ArrayList<>())
                            .add(state.number() == 0 ? "entry" : String.valueOf(state.number()));
                }
            }
        }
        if (byValue.isEmpty()) {
            return "what is yielded, without its box";
        }
        List<String> uses = new ArrayList<>();
        byValue.forEach((value, at) -> uses.add(value + " at " + String.join(", ", at)));
        return String.join("; ", uses);
    }
}
