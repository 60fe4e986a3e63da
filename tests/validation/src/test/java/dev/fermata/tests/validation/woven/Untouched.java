package dev.fermata.tests.validation.woven;

import dev.fermata.tests.validation.woven.RawClass.Member;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What weaving has no business with is the same to the byte. The woven class keeps the constant pool and only adds to
 * it, so indices mean the same in both and the raw structures can be compared: fields, methods that are not suspendable,
 * everything but the code of those that are, the attributes of the class.
 */
public final class Untouched {
    private static final String INVISIBLE = "RuntimeInvisibleAnnotations";
    private static final String BOOTSTRAPS = "BootstrapMethods";
    private static final String WOVEN = "Ldev/fermata/Woven;";
    private static final String GENERATED = "Ldev/fermata/frame/Generated;";
    private static final String SERIAL_VERSION = "serialVersionUIDJ";

    private final RawClass before;
    private final RawClass after;
    private final List<String> problems = new ArrayList<>();

    private Untouched(byte[] before, byte[] after) {
        this.before = new RawClass(before);
        this.after = new RawClass(after);
    }

    /** What has changed in a class although it should not, given the names and descriptors of its suspendable methods. */
    public static List<String> problems(byte[] before, byte[] after, Set<String> suspendable) {
        Untouched check = new Untouched(before, after);
        check.comparePools();
        check.compareMembers(suspendable);
        check.compareAttributes();
        check.compareAnnotations(WovenMethod.read(before), WovenMethod.read(after), suspendable);
        return check.problems;
    }

    private void comparePools() {
        byte[] pool = before.pool();
        require(startsWith(after.pool(), pool), "the constant pool is not a continuation of the old one");
    }

    private void compareMembers(Set<String> suspendable) {
        require(Arrays.equals(before.self().header(), after.self().header()), "flags, names or interfaces");
        before.fields()
                .forEach((name, field) -> same(name, field, after.fields().get(name), Set.of()));
        before.methods().forEach((name, method) -> {
            Set<String> mayDiffer = suspendable.contains(name) ? Set.of("Code", INVISIBLE) : Set.of();
            same(name, method, after.methods().get(name), mayDiffer);
        });
        after.fields()
                .keySet()
                .forEach(name ->
                        require(before.fields().containsKey(name) || name.equals(SERIAL_VERSION), "new field " + name));
    }

    private void same(String name, Member one, Member other, Set<String> mayDiffer) {
        if (other == null) {
            problems.add(name + " is gone");
            return;
        }
        require(Arrays.equals(one.header(), other.header()), name + ": flags");
        require(names(one, mayDiffer).equals(names(other, mayDiffer)), name + ": which attributes there are");
        one.attributes()
                .forEach((attribute, bytes) -> require(
                        mayDiffer.contains(attribute)
                                || Arrays.equals(bytes, other.attributes().get(attribute)),
                        name + ": " + attribute));
    }

    /** Code may differ, but it must be there; an annotation may be the first of its kind. */
    private static Set<String> names(Member member, Set<String> mayDiffer) {
        Set<String> names = new TreeSet<>(member.attributes().keySet());
        if (mayDiffer.contains(INVISIBLE)) {
            names.remove(INVISIBLE);
        }
        return names;
    }

    /** The names of dynamic call sites continue the old table, whose first two bytes are the count. */
    private void compareAttributes() {
        Map<String, byte[]> theirs = after.self().attributes();
        before.self().attributes().forEach((name, bytes) -> {
            byte[] other = theirs.get(name);
            if (name.equals(BOOTSTRAPS)) {
                require(other != null && startsWith(tail(other), tail(bytes)), name);
            } else if (!name.equals(INVISIBLE)) {
                require(Arrays.equals(bytes, other), name);
            }
        });
        theirs.keySet()
                .forEach(name ->
                        require(before.self().attributes().containsKey(name) || name.equals(INVISIBLE), "new " + name));
    }

    private void compareAnnotations(ClassNode before, ClassNode after, Set<String> suspendable) {
        requireAdded(WOVEN, before.invisibleAnnotations, after.invisibleAnnotations, "class");
        for (int i = 0; i < before.methods.size(); i++) {
            MethodNode method = before.methods.get(i);
            String name = method.name + method.desc;
            if (suspendable.contains(name)) {
                MethodNode stub = after.methods.get(i);
                requireAdded(GENERATED, method.invisibleAnnotations, stub.invisibleAnnotations, name);
            }
        }
    }

    private void requireAdded(String added, List<AnnotationNode> before, List<AnnotationNode> after, String where) {
        List<String> expected = new ArrayList<>(types(before));
        expected.add(added);
        require(expected.equals(types(after)), INVISIBLE + " of " + where + ": " + types(after));
    }

    private static List<String> types(List<AnnotationNode> annotations) {
        return annotations == null
                ? List.of()
                : annotations.stream().map(annotation -> annotation.desc).toList();
    }

    private static byte[] tail(byte[] bytes) {
        return Arrays.copyOfRange(bytes, 2, bytes.length);
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            problems.add("has changed: " + what);
        }
    }
}
