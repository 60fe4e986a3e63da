package dev.fermata.transformer.emit;

import dev.fermata.transformer.Kind;
import dev.fermata.transformer.Primitive;
import dev.fermata.transformer.RuntimeNames;
import dev.fermata.transformer.SpillPlan;
import dev.fermata.transformer.SuspendableMethod;
import dev.fermata.transformer.WovenNames;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Writes what callers see under the method's own name, descriptor and annotations: it makes a frame of the arguments and
 * runs none of the user's code, unless the method returns a future.
 *
 * <pre>
 *   Host$$m$0 f = new Host$$m$0();
 *   f.int0 = argument; ...
 *   return f;                     Iterable: f.suspendAt(TEMPLATE)   Stream: f.asStream()   future: Futures.start(f)
 *                                 AsyncGenerator: f.asAsyncGenerator()
 *                                 Flow.Publisher: f.suspendAt(TEMPLATE), Publishers.of(f)
 * </pre>
 *
 * It has no line numbers. With that of the method's first line a breakpoint there would stop when the frame is made as
 * well as when the body begins (jdb would set it here only), and a step into the method would end here.
 */
public final class StubEmitter {
    private StubEmitter() {}

    /** Writes the stub of one method. */
    public static MethodNode emit(SuspendableMethod target, SpillPlan plan, WovenNames names) {
        MethodNode original = target.method();
        MethodNode stub = withoutCode(original);
        stub.invisibleAnnotations = withGenerated(original.invisibleAnnotations);
        Code code = new Code(stub, names.frame());
        Label start = new Label();
        Label end = new Label();
        code.visitCode();
        code.mark(start);
        code.anew(Type.getObjectType(names.frame()));
        code.dup();
        code.invokespecial(names.frame(), "<init>", "()V", false);
        for (SpillPlan.Local argument : plan.entry().locals()) {
            code.dup();
            code.load(argument.slot(), argument.value().type());
            code.putField(argument.value().field());
        }
        emitView(target.kind(), code);
        code.areturn(Type.getReturnType(original.desc));
        code.mark(end);
        nameArguments(target, stub, start, end);
        code.visitMaxs(0, 0);
        code.visitEnd();
        return stub;
    }

    private static List<AnnotationNode> withGenerated(List<AnnotationNode> annotations) {
        List<AnnotationNode> all = annotations == null ? new ArrayList<>() : new ArrayList<>(annotations);
        all.add(new AnnotationNode(RuntimeNames.GENERATED));
        return all;
    }

    /** [frame] to what the method returns. */
    private static void emitView(Kind kind, Code code) {
        switch (kind) {
            case ITERABLE -> {
                code.dup();
                code.iconst(RuntimeNames.TEMPLATE_POINT);
                code.callFrame(RuntimeNames.SUSPEND_AT);
            }
            case ASYNC_GENERATOR -> code.callFrame(RuntimeNames.AS_ASYNC_GENERATOR);
            case PUBLISHER -> {
                code.dup();
                code.iconst(RuntimeNames.TEMPLATE_POINT);
                code.callFrame(RuntimeNames.SUSPEND_AT);
                code.callRuntime(RuntimeNames.PUBLISHERS, RuntimeNames.PUBLISHER_OF);
            }
            case STREAM -> code.callFrame(RuntimeNames.AS_STREAM);
            case INT_STREAM, LONG_STREAM, DOUBLE_STREAM ->
                code.callFrame(Primitive.of(kind).orElseThrow().asStream());
            case FUTURE, STAGE -> code.callRuntime(RuntimeNames.FUTURES, RuntimeNames.START);
            default -> {
                // the frame itself is the generator, iterator or coroutine
            }
        }
    }

    /** A method without code that looks the same to callers, to reflection and to frameworks. */
    public static MethodNode withoutCode(MethodNode original) {
        MethodNode stub = new MethodNode(
                RuntimeNames.ASM,
                original.access,
                original.name,
                original.desc,
                original.signature,
                original.exceptions.toArray(new String[0]));
        stub.visibleAnnotations = original.visibleAnnotations;
        stub.invisibleAnnotations = original.invisibleAnnotations;
        stub.visibleTypeAnnotations = original.visibleTypeAnnotations;
        stub.invisibleTypeAnnotations = original.invisibleTypeAnnotations;
        stub.visibleParameterAnnotations = original.visibleParameterAnnotations;
        stub.invisibleParameterAnnotations = original.invisibleParameterAnnotations;
        stub.visibleAnnotableParameterCount = original.visibleAnnotableParameterCount;
        stub.invisibleAnnotableParameterCount = original.invisibleAnnotableParameterCount;
        stub.parameters = original.parameters;
        return stub;
    }

    /** Frameworks read argument names from the table of local variables. */
    private static void nameArguments(SuspendableMethod target, MethodNode stub, Label start, Label end) {
        if (target.method().localVariables == null) {
            return;
        }
        int arguments = (Type.getArgumentsAndReturnSizes(target.method().desc) >> 2) - (target.isStatic() ? 1 : 0);
        List<LocalVariableNode> seen = new ArrayList<>();
        for (LocalVariableNode variable : target.method().localVariables) {
            boolean fromTheStart = target.method().instructions.indexOf(variable.start) <= 1;
            if (variable.index < arguments && fromTheStart) {
                seen.add(variable);
            }
        }
        for (LocalVariableNode variable : seen) {
            stub.visitLocalVariable(variable.name, variable.desc, variable.signature, start, end, variable.index);
        }
    }
}
