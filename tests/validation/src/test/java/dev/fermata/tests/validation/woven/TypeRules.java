package dev.fermata.tests.validation.woven;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What may stand for what, as the verifier sees it (JVMS 4.10.1.2), with real classes to ask. */
public final class TypeRules {
    private final ClassLoader loader;

    /** Asks classes of this loader; none is initialised. */
    public TypeRules(ClassLoader loader) {
        this.loader = loader;
    }

    /** Whether a value of one reference type may be used as another; both are names of classes or array descriptors. */
    public boolean isAssignable(String from, String to) {
        if (from.equals(to) || to.equals("java/lang/Object")) {
            return true;
        }
        Type source = Type.getObjectType(from);
        Type target = Type.getObjectType(to);
        if (target.getSort() != Type.ARRAY) {
            Class<?> wanted = load(target);
            // To the verifier every interface is java.lang.Object.
            return wanted.isInterface() || source.getSort() != Type.ARRAY && wanted.isAssignableFrom(load(source));
        }
        return source.getSort() == Type.ARRAY && areAssignable(component(source), component(target));
    }

    private boolean areAssignable(Type from, Type to) {
        return from.equals(to)
                || isReference(from) && isReference(to) && isAssignable(from.getInternalName(), to.getInternalName());
    }

    private static boolean isReference(Type type) {
        return type.getSort() >= Type.ARRAY;
    }

    private static Type component(Type array) {
        return Type.getType(array.getDescriptor().substring(1));
    }

    /** The class both extend, or Object, as the verifier would have to assume. */
    String commonSuperClass(String one, String other) {
        Class<?> first = load(Type.getObjectType(one));
        Class<?> second = load(Type.getObjectType(other));
        if (first.isAssignableFrom(second)) {
            return one;
        }
        if (second.isAssignableFrom(first)) {
            return other;
        }
        if (first.isInterface() || second.isInterface()) {
            return "java/lang/Object";
        }
        Class<?> common = first;
        while (!common.isAssignableFrom(second)) {
            common = common.getSuperclass();
        }
        return Type.getInternalName(common);
    }

    /** Whether a stack map frame's entry may stand for another one that says more. */
    boolean isWeaker(Object weaker, Object stronger) {
        if (weaker.equals(stronger) || weaker == Opcodes.TOP) {
            return true;
        }
        if (!(weaker instanceof String wanted)) {
            return false;
        }
        return stronger == Opcodes.NULL || stronger instanceof String given && isAssignable(given, wanted);
    }

    private Class<?> load(Type type) {
        try {
            return Class.forName(type.getClassName(), false, loader);
        } catch (ClassNotFoundException e) {
            throw new TypeNotPresentException(type.getClassName(), e);
        }
    }
}
