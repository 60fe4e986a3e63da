package dev.fermata.transformer.emit;

import dev.fermata.transformer.FrameLayout;
import dev.fermata.transformer.Kind;
import dev.fermata.transformer.MethodFacts;
import dev.fermata.transformer.Primitive;
import dev.fermata.transformer.RuntimeNames;
import dev.fermata.transformer.RuntimeNames.Member;
import dev.fermata.transformer.SpillPlan;
import dev.fermata.transformer.SuspendableMethod;
import dev.fermata.transformer.SuspensionPoint;
import dev.fermata.transformer.WovenNames;
import dev.fermata.transformer.validation.Findings;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the frame class of one method.
 *
 * <pre>
 *   final class Host$$m$0 extends GeneratorFrame {
 *       int int0; ...                                    one field per kept value
 *       Object step(Object input, int depth)             { return boxed(Host.lambda$m$co0(this, input, depth + 1)); }
 *       Object box()                                     { return Integer.valueOf(unboxed); }
 *       String method()                                  { return "Host.m"; }
 *       String places()                                  { return "Host.java:30,31,40"; }
 *       void clear()                                     { reference arguments = null }
 *
 *       boolean hasNext(), Object next()                 generators only: {@link FastPathEmitter}
 *
 *       GeneratorFrame fresh()                           Iterable, Flow.Publisher: a copy with the arguments
 *       Iterator iterator()                              { return point() == TEMPLATE ? a copy : this; }
 *   }
 * </pre>
 *
 * {@code boxed(o)} stands for {@code isUnboxed(o) ? box() : o}, and for {@code o} in a class that yields nothing without its
 * box, and so has no {@code box()}.
 */
public final class FrameClassEmitter {
    private static final Type OBJECT = Type.getObjectType(RuntimeNames.OBJECT);

    private final SuspendableMethod target;
    private final List<SuspensionPoint> points;
    private final SpillPlan plan;
    private final WovenNames names;
    private final Type frame;
    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);

    private FrameClassEmitter(
            SuspendableMethod target, List<SuspensionPoint> points, SpillPlan plan, WovenNames names) {
        this.target = target;
        this.points = points;
        this.plan = plan;
        this.names = names;
        this.frame = Type.getObjectType(names.frame());
    }

    /** Writes the frame class. */
    public static byte[] emit(SuspendableMethod target, MethodFacts facts, SpillPlan plan, WovenNames names) {
        return new FrameClassEmitter(target, facts.points(), plan, names).emit();
    }

    private byte[] emit() {
        // No preview flag: the frame uses nothing of a preview, whatever its host does.
        int version = target.host().version & 0xFFFF;
        writer.visit(
                version,
                RuntimeNames.FRAME_ACCESS,
                names.frame(),
                null,
                target.kind().frameBase(),
                null);
        writer.visitSource(target.host().sourceFile, null);
        AnnotationVisitor woven = writer.visitAnnotation(RuntimeNames.WOVEN, false);
        woven.visit(RuntimeNames.WOVEN_FORMAT_ELEMENT, RuntimeNames.WOVEN_FORMAT);
        woven.visitEnd();
        for (FrameLayout.Field field : plan.layout().fields()) {
            writer.visitField(0, field.name(), field.desc(), null, null).visitEnd();
        }
        emitConstructor();
        emitStep();
        if (plan.unboxed() != null) {
            Primitive.of(Type.getType(plan.unboxed().field().desc())).ifPresent(this::emitBox);
        }
        emitMethodName();
        emitPlaces();
        emitClear();
        Optional<Primitive> primitive = Primitive.of(target.kind());
        if (primitive.isPresent()) {
            new FastPathEmitter(this, frame).emitPrimitive(primitive.get());
        } else if (!target.kind().awaits()) {
            new FastPathEmitter(this, frame).emit();
        }
        if (target.kind() == Kind.ITERABLE) {
            emitFresh(RuntimeNames.FRESH);
            emitIterator();
        }
        if (target.kind() == Kind.PUBLISHER) {
            emitFresh(RuntimeNames.FRESH_RUN);
        }
        writer.visitEnd();
        return writer.toByteArray();
    }

    private void emitConstructor() {
        Code code = begin(0, new Member("<init>", "()V"));
        code.load(0, frame);
        code.invokespecial(target.kind().frameBase(), "<init>", "()V", false);
        code.areturn(Type.VOID_TYPE);
        end(code);
    }

    private void emitStep() {
        Code code = begin(Opcodes.ACC_PUBLIC, RuntimeNames.STEP);
        code.load(0, frame);
        code.load(1, OBJECT);
        code.load(2, Type.INT_TYPE);
        code.iconst(1);
        code.add(Type.INT_TYPE);
        callBody(code);
        emitBoxed(code);
        finish(code, RuntimeNames.STEP);
    }

    private void emitBox(Primitive type) {
        Code code = begin(Opcodes.ACC_PROTECTED, RuntimeNames.BOX);
        code.load(0, frame);
        code.getField(plan.unboxed().field());
        code.callRuntime(type.box(), type.boxing());
        finish(code, RuntimeNames.BOX);
    }

    /** [outcome] to [outcome], boxed if that is still to be done; only the parameters are known. */
    void emitBoxed(Code code) {
        if (plan.unboxed() == null) {
            return;
        }
        Label boxed = new Label();
        code.dup();
        code.callRuntime(RuntimeNames.GENERATOR_FRAME, RuntimeNames.IS_UNBOXED);
        code.ifeq(boxed);
        code.pop();
        code.load(0, frame);
        code.callFrame(RuntimeNames.BOX);
        code.mark(boxed);
        code.visitFrame(Opcodes.F_SAME1, 0, null, 1, new Object[] {RuntimeNames.OBJECT});
    }

    private void emitMethodName() {
        Code code = begin(Opcodes.ACC_PROTECTED, RuntimeNames.METHOD);
        code.aconst(target.host().name.replace('/', '.') + "." + target.method().name);
        finish(code, RuntimeNames.METHOD);
    }

    /** The file, the line of the method, and the line of each suspension point. A host that is redefined keeps the old ones. */
    private void emitPlaces() {
        StringBuilder places = new StringBuilder();
        if (target.host().sourceFile != null) {
            places.append(target.host().sourceFile);
        }
        places.append(':').append(Findings.firstLine(target.method()));
        for (SuspensionPoint point : points) {
            places.append(',').append(Findings.lineOf(point.insn()));
        }
        Code code = begin(Opcodes.ACC_PROTECTED, RuntimeNames.PLACES);
        code.aconst(places.toString());
        finish(code, RuntimeNames.PLACES);
    }

    private void emitClear() {
        List<SpillPlan.Local> references = plan.entry().locals().stream()
                .filter(local -> local.value().isReference())
                .toList();
        if (references.isEmpty()) {
            return;
        }
        Code code = begin(Opcodes.ACC_PROTECTED, RuntimeNames.CLEAR);
        for (SpillPlan.Local reference : references) {
            code.load(0, frame);
            code.aconst(null);
            code.putField(reference.value().field());
        }
        finish(code, RuntimeNames.CLEAR);
    }

    private void emitFresh(Member fresh) {
        Code code = begin(Opcodes.ACC_PROTECTED, fresh);
        emitCopy(code);
        finish(code, fresh);
    }

    private void emitIterator() {
        Code code = begin(Opcodes.ACC_PUBLIC, RuntimeNames.ITERATOR);
        Label template = new Label();
        code.load(0, frame);
        code.callFrame(RuntimeNames.POINT);
        code.iconst(RuntimeNames.TEMPLATE_POINT);
        code.ificmpeq(template);
        code.load(0, frame);
        code.areturn(frame);
        mark(code, template);
        emitCopy(code);
        finish(code, RuntimeNames.ITERATOR);
    }

    /** [] to [a new frame with the same arguments] */
    private void emitCopy(Code code) {
        code.anew(frame);
        code.dup();
        code.invokespecial(names.frame(), "<init>", "()V", false);
        for (SpillPlan.Local argument : plan.entry().locals()) {
            code.dup();
            code.load(0, frame);
            code.getField(argument.value().field());
            code.putField(argument.value().field());
        }
    }

    /** A place that is jumped to, where only the parameters are known. */
    static void mark(Code code, Label label) {
        code.mark(label);
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    }

    /** [frame input depth] to [outcome] */
    void callBody(Code code) {
        code.invokestatic(target.host().name, names.body(), RuntimeNames.BODY_DESC, target.hostIsInterface());
    }

    /** Synthetic, as the class is: coverage tools look at the methods, not at the class, and debuggers step through. */
    Code begin(int access, Member member) {
        int flags = access | Opcodes.ACC_SYNTHETIC;
        Code code = new Code(writer.visitMethod(flags, member.name(), member.desc(), null, null), names.frame());
        code.visitCode();
        return code;
    }

    static void finish(Code code, Member member) {
        code.areturn(Type.getReturnType(member.desc()));
        end(code);
    }

    private static void end(Code code) {
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
