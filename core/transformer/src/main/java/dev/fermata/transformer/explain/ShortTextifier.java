package dev.fermata.transformer.explain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.util.Textifier;

/**
 * Writes single instructions as {@link Textifier} does, but with types as they stand in sources, because the packages of a
 * class file leave no room for anything else: {@code INVOKEVIRTUAL CoroutineFrame.suspendAt (int)void}.
 */
final class ShortTextifier extends Textifier {
    private final Map<Label, String> names = new HashMap<>();
    private int labels;

    ShortTextifier() {
        super(Opcodes.ASM9);
        tab2 = "";
        tab3 = "  ";
        ltab = "";
    }

    /** What has been written since the last time; without the line's end. */
    String take() {
        StringBuilder all = new StringBuilder();
        text.forEach(all::append);
        text.clear();
        return all.toString().stripTrailing();
    }

    /** The name of a label, which is made up in the order of asking unless it has been given one. */
    String nameOf(Label label) {
        return names.computeIfAbsent(label, key -> "L" + ++labels);
    }

    void name(Label label, String name) {
        names.put(label, name);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        StringBuilder line = new StringBuilder("INVOKEDYNAMIC ");
        line.append(name).append(' ').append(shortMethod(descriptor));
        Arrays.stream(arguments)
                .filter(Handle.class::isInstance)
                .forEach(target -> line.append(" to ").append(((Handle) target).getName()));
        text.add(line.toString());
    }

    @Override
    protected void appendLabel(Label label) {
        stringBuilder.append(nameOf(label));
    }

    @Override
    protected void appendDescriptor(int type, String value) {
        stringBuilder.append(
                switch (type) {
                    case INTERNAL_NAME -> Types.ofInternal(value);
                    case FIELD_DESCRIPTOR -> Types.ofDescriptor(value);
                    case METHOD_DESCRIPTOR -> shortMethod(value);
                    default -> String.valueOf(value);
                });
    }

    private static String shortMethod(String descriptor) {
        return Types.parameters(descriptor) + Types.of(Type.getReturnType(descriptor));
    }
}
