package dev.fermata.tests.validation;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.transformer.explain.ClassView;
import dev.fermata.transformer.explain.Explainer;
import dev.fermata.transformer.explain.HtmlReport;
import dev.fermata.transformer.explain.MethodView;
import dev.fermata.transformer.explain.SourceRoots;
import dev.fermata.transformer.explain.StateView;
import dev.fermata.transformer.explain.StateView.Kept;
import dev.fermata.transformer.explain.TextReport;
import dev.fermata.transformer.explain.Transition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every target can be explained, and what is said holds together. */
@EveryCompilation
class ExplainedTargetsTest {
    private final List<ClassView> views = new ArrayList<>();

    ExplainedTargetsTest(Compilation compilation) throws IOException {
        Explainer explainer = new Explainer(SourceRoots.NONE, List.of());
        for (byte[] classFile : CompiledTargets.by(compilation).inputs().values()) {
            views.add(explainer.explain(classFile));
        }
    }

    /** One test, because explaining takes longer than looking at what has come out. */
    @Test
    void what_is_said_holds_together() {
        assertAll(
                this::whatever_is_kept_in_a_variable_is_kept_for_somebody_who_reads_it,
                this::every_state_can_be_reached_from_the_entry_and_leads_on,
                this::every_report_can_be_written);
    }

    private List<MethodView> methods() {
        return views.stream().flatMap(view -> view.methods().stream()).toList();
    }

    private void whatever_is_kept_in_a_variable_is_kept_for_somebody_who_reads_it() {
        assertTrue(methods().size() > 100);
        List<String> unexplained = new ArrayList<>();
        for (MethodView method : methods()) {
            for (StateView state : method.states()) {
                for (Kept kept : state.kept()) {
                    boolean isRead = kept.why().matches("(parameter, )?read (at|later).*");
                    if (!kept.onStack() && !isRead) {
                        unexplained.add(method.signature() + " " + state.number() + ": " + kept);
                    }
                }
                for (StateView.Left left : state.left()) {
                    if (left.why().contains(" at ")) {
                        unexplained.add(method.signature() + " " + state.number() + ": " + left);
                    }
                }
            }
        }
        assertEquals(List.of(), unexplained);
    }

    private void every_state_can_be_reached_from_the_entry_and_leads_on() {
        List<String> lost = new ArrayList<>();
        for (MethodView method : methods()) {
            BitSet reached = new BitSet();
            reached.set(0);
            for (int round = 0; round < method.states().size(); round++) {
                for (Transition transition : method.transitions()) {
                    if (reached.get(transition.from()) && transition.to() > 0) {
                        reached.set(transition.to());
                    }
                }
            }
            for (StateView state : method.states()) {
                if (!reached.get(state.number())) {
                    lost.add(method.signature() + " never gets to " + state);
                }
            }
        }
        assertEquals(List.of(), lost);
    }

    private void every_report_can_be_written() {
        for (ClassView view : views) {
            assertTrue(TextReport.of(view).endsWith("\n"));
            assertTrue(HtmlReport.of(List.of(view)).endsWith("</html>\n"));
        }
    }
}
