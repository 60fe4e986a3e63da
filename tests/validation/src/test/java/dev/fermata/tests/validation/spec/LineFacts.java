package dev.fermata.tests.validation.spec;

import dev.fermata.tests.validation.woven.WovenMethod;
import dev.fermata.tests.validation.woven.WovenPoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * What weaving has made of one source line.
 *
 * @param points the suspension points on it, more than are written where the compiler copies a {@code finally} block
 * @param moved the classes whose allocation is done later, leaving {@code new T; pop} behind
 */
record LineFacts(List<WovenPoint> points, SortedSet<String> moved) {
    /** The facts about every line that has any, by line. */
    static Map<Integer, LineFacts> byLine(Collection<WovenMethod> methods) {
        Map<Integer, LineFacts> lines = new TreeMap<>();
        for (WovenMethod method : methods) {
            method.points().forEach(point -> at(point.line(), lines).points.add(point));
            addMoved(method, lines);
        }
        return lines;
    }

    /** The facts about one line, which may be none. */
    static LineFacts at(int line, Map<Integer, LineFacts> lines) {
        return lines.computeIfAbsent(line, key -> new LineFacts(new ArrayList<>(), new TreeSet<>()));
    }

    private static void addMoved(WovenMethod method, Map<Integer, LineFacts> lines) {
        int line = 0;
        for (AbstractInsnNode insn : method.body().instructions) {
            if (insn instanceof LineNumberNode number) {
                line = number.line;
            } else if (insn instanceof TypeInsnNode allocation
                    && insn.getOpcode() == Opcodes.NEW
                    && insn.getNext().getOpcode() == Opcodes.POP) {
                String type = Type.getObjectType(allocation.desc).getDescriptor();
                at(line, lines).moved.add(simpleName(type));
            }
        }
    }

    /** A type as the comments write it. */
    static String simpleName(String desc) {
        String name = desc == null ? "null" : Type.getType(desc).getClassName();
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }
}
