package dev.fermata.transformer.explain;

import dev.fermata.transformer.RuntimeNames;
import dev.fermata.transformer.explain.CodeBlock.CodeLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.util.TraceMethodVisitor;

/**
 * Lists a body as it has been written to the class file, in stretches of one source line. The labels at which the
 * dispatch enters are called R0, R1, ... after their suspension points; others exist only if something jumps to them.
 */
final class Listing {
    private static final int EXHAUSTED = -1;

    /** See {@link dev.fermata.transformer.emit.UncountedBranches}. */
    private static final String NEVER_ENTERED = "never entered, a mark for coverage tools";

    /** The parameters of every body, which have no entries in the table of variables. */
    private static final List<String> PARAMETERS = List.of("frame", "input", "depth");

    private final MethodNode body;
    private final Variables variables;
    private final ShortTextifier textifier = new ShortTextifier();
    private final Map<Label, Integer> resumptions = new HashMap<>();
    private final Set<Label> targets = new HashSet<>();
    private final Map<Label, String> handlers = new LinkedHashMap<>();

    private Listing(MethodNode body) {
        this.body = body;
        this.variables = new Variables(body);
    }

    /** Lists a body that has been read without stack map frames. */
    static List<CodeBlock> of(MethodNode body) {
        Listing listing = new Listing(body);
        listing.findLabels();
        return listing.list();
    }

    private void findLabels() {
        boolean isDispatch = true; // the first switch
        for (AbstractInsnNode insn : body.instructions) {
            if (insn instanceof JumpInsnNode jump) {
                targets.add(jump.label.getLabel());
            } else if (insn instanceof LookupSwitchInsnNode lookup) {
                addTargets(lookup.labels, lookup.dflt);
            } else if (insn instanceof TableSwitchInsnNode table) {
                addTargets(table.labels, table.dflt);
                if (isDispatch) {
                    nameResumptions(table);
                    isDispatch = false;
                }
            }
        }
        for (TryCatchBlockNode block : body.tryCatchBlocks) {
            if (isEverEntered(block)) {
                handlers.put(block.handler.getLabel(), "catches " + Types.ofCaught(block.type));
            } else {
                handlers.putIfAbsent(block.handler.getLabel(), NEVER_ENTERED);
            }
        }
    }

    private static boolean isEverEntered(TryCatchBlockNode block) {
        for (AbstractInsnNode at = block.start; at != block.end; at = at.getNext()) {
            if (Transitions.mayThrow(at)) {
                return true;
            }
        }
        return false;
    }

    private void addTargets(List<LabelNode> labels, LabelNode otherwise) {
        labels.forEach(label -> targets.add(label.getLabel()));
        targets.add(otherwise.getLabel());
    }

    private void nameResumptions(TableSwitchInsnNode dispatch) {
        for (int point = 0; point < dispatch.labels.size(); point++) {
            Label label = dispatch.labels.get(point).getLabel();
            resumptions.put(label, point);
            textifier.name(label, "R" + point);
        }
        resumptions.put(dispatch.dflt.getLabel(), EXHAUSTED);
        textifier.name(dispatch.dflt.getLabel(), "ENDED");
    }

    private List<CodeBlock> list() {
        List<CodeBlock> blocks = new ArrayList<>();
        TraceMethodVisitor tracer = new TraceMethodVisitor(textifier);
        String label = null;
        String comment = null;
        int line = 0;
        for (int at = 0; at < body.instructions.size(); at++) {
            AbstractInsnNode insn = body.instructions.get(at);
            if (insn instanceof LineNumberNode number) {
                line = number.line;
            } else if (insn instanceof LabelNode here) {
                label = isNamed(here.getLabel()) ? join(label, textifier.nameOf(here.getLabel())) : label;
                comment = join(comment, meaningOf(here.getLabel()));
            } else if (insn.getOpcode() >= 0) {
                insn.accept(tracer);
                String[] text = textOf(insn, at).split("\n");
                List<CodeLine> lines = blockOf(line, blocks);
                lines.add(new CodeLine(label, text[0], join(comment, meaningOf(insn))));
                for (int i = 1; i < text.length; i++) {
                    lines.add(new CodeLine(null, text[i], null));
                }
                label = null;
                comment = null;
            }
        }
        return blocks;
    }

    private boolean isNamed(Label label) {
        return targets.contains(label) || handlers.containsKey(label);
    }

    private static String join(String one, String other) {
        return one == null || other == null ? one == null ? other : one : one + ", " + other;
    }

    private static List<CodeLine> blockOf(int line, List<CodeBlock> blocks) {
        if (blocks.isEmpty() || blocks.get(blocks.size() - 1).line() != line) {
            blocks.add(new CodeBlock(line, new ArrayList<>()));
        }
        return blocks.get(blocks.size() - 1).lines();
    }

    private String meaningOf(Label label) {
        Integer point = resumptions.get(label);
        if (point == null) {
            return handlers.get(label);
        }
        return switch (point) {
            case EXHAUSTED -> "has no more to give";
            case 0 -> "starts here";
            default -> "resumes here at " + point;
        };
    }

    /** With the name of the variable in place of its number. */
    private String textOf(AbstractInsnNode insn, int at) {
        String name = insn instanceof VarInsnNode variable ? nameOf(variable, at) : null;
        String text = textifier.take();
        return name == null ? text : text.substring(0, text.indexOf(' ') + 1) + name;
    }

    private static String meaningOf(AbstractInsnNode insn) {
        return insn instanceof MethodInsnNode call && isSuspension(call) ? "suspends at " + constantBefore(insn) : null;
    }

    private String nameOf(VarInsnNode insn, int at) {
        if (insn.var < PARAMETERS.size()) {
            return PARAMETERS.get(insn.var);
        }
        LocalVariableNode variable = variables.at(insn.var, at);
        if (variable == null && insn.getOpcode() >= Opcodes.ISTORE) {
            variable = variableStored(insn.var, at);
        }
        return variable == null ? null : variable.name;
    }

    /**
     * The scope of a variable begins after its store, and of one that is restored at the entry after all of them; null if
     * something else happens to the slot before.
     */
    private LocalVariableNode variableStored(int slot, int at) {
        LocalVariableNode variable = variables.nextAfter(slot, at);
        AbstractInsnNode next = variable == null ? null : body.instructions.get(at + 1);
        while (next != null && next != variable.start) {
            boolean leaves = next.getOpcode() >= Opcodes.IFEQ && next.getOpcode() <= Opcodes.RETURN;
            if (leaves || next instanceof VarInsnNode other && other.var == slot) {
                return null;
            }
            next = next.getNext();
        }
        return variable;
    }

    private static boolean isSuspension(MethodInsnNode call) {
        return is(call, RuntimeNames.SUSPEND_AT) || is(call, RuntimeNames.DELEGATE_TO);
    }

    private static boolean is(MethodInsnNode call, RuntimeNames.Member member) {
        return call.name.equals(member.name()) && call.desc.equals(member.desc());
    }

    /** The number of the point, which has just been pushed. */
    private static int constantBefore(AbstractInsnNode call) {
        AbstractInsnNode push = call.getPrevious();
        if (push instanceof org.objectweb.asm.tree.IntInsnNode number) {
            return number.operand;
        }
        if (push instanceof org.objectweb.asm.tree.LdcInsnNode constant && constant.cst instanceof Integer number) {
            return number;
        }
        return push.getOpcode() - Opcodes.ICONST_0;
    }
}
