package dev.fermata.transformer.explain;

import dev.fermata.transformer.ClassFile;
import dev.fermata.transformer.Diagnostic;
import dev.fermata.transformer.FrameLayout;
import dev.fermata.transformer.RuntimeNames;
import dev.fermata.transformer.WeaveResult;
import dev.fermata.transformer.Weaver;
import dev.fermata.transformer.WovenMethod;
import dev.fermata.transformer.validation.Findings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Weaves a class and says what has been done to it. Loads no class and changes no file. */
public final class Explainer {
    private static final String WOVEN =
            "The class has been woven already, and the code that it was woven from is gone.";

    private final SourceRoots sources;
    private final List<Path> classPath;

    /**
     * Makes one.
     *
     * @param sources where the sources may be, not null
     * @param classPath what to compile a class with that has been woven before; may be empty
     */
    public Explainer(SourceRoots sources, List<Path> classPath) {
        this.sources = sources;
        this.classPath = List.copyOf(classPath);
    }

    /**
     * Explains one class. One that has been woven before no longer holds the code that it was woven from, so its source, if
     * that is there, is compiled anew, in a temporary directory.
     *
     * @param classFile its bytes, not null
     * @return what weaving makes of it; without methods if it is refused, has nothing to weave, or has been woven before and
     *     cannot be compiled
     * @throws IOException if its source is there and cannot be read
     */
    public ClassView explain(byte[] classFile) throws IOException {
        Optional<ClassNode> woven = isWoven(classFile) ? read(classFile) : Optional.empty();
        return woven.isPresent() ? explainWoven(classFile, woven.get()) : explainUnwoven(classFile);
    }

    private ClassView explainWoven(byte[] classFile, ClassNode host) throws IOException {
        Optional<Path> source = sources.find(host.name.replace('/', '.'), host.sourceFile);
        if (source.isEmpty()) {
            return view(
                    classFile,
                    List.of(),
                    List.of(),
                    WOVEN + " Give the directory of its source, and it is compiled anew.");
        }
        try {
            ClassView view = explainUnwoven(Recompiler.compile(classFile, host.name, source.get(), classPath));
            return view.with("The class has been woven already; this is its source compiled anew.");
        } catch (CompilationFailed failed) {
            return view(
                    classFile,
                    List.of(),
                    List.of(),
                    WOVEN + " Its source cannot be compiled anew: " + failed.getMessage());
        }
    }

    private ClassView explainUnwoven(byte[] classFile) throws IOException {
        List<WovenMethod> methods = new ArrayList<>();
        WeaveResult result = new Weaver().weave(classFile, methods);
        if (result instanceof WeaveResult.Refused refused) {
            return view(classFile, List.of(), refused.errors(), "It cannot be woven, for the reasons above.");
        }
        if (result instanceof WeaveResult.Success success) {
            return view(classFile, views(classFile, success, methods), success.warnings(), null);
        }
        WeaveResult.Untouched untouched = (WeaveResult.Untouched) result;
        return view(classFile, List.of(), untouched.warnings(), null);
    }

    /**
     * Whether a class has been through weaving already.
     *
     * @param classFile its bytes, not null
     * @return true if it carries the mark; false also if it cannot be read
     */
    public static boolean isWoven(byte[] classFile) {
        return read(classFile)
                .map(node -> node.invisibleAnnotations)
                .map(annotations -> annotations.stream().anyMatch(mark -> mark.desc.equals(RuntimeNames.WOVEN)))
                .orElse(false);
    }

    /** Without frames: they are for the verifier. Empty if the bytes are no class file. */
    static Optional<ClassNode> read(byte[] classFile) {
        ClassNode node = new ClassNode(RuntimeNames.ASM);
        try {
            ClassFile.readerOf(classFile).accept(node, ClassReader.SKIP_FRAMES);
        } catch (RuntimeException broken) {
            return Optional.empty(); // which weaving has reported, with its reason
        }
        return Optional.of(node);
    }

    private ClassView view(byte[] classFile, List<MethodView> methods, List<Diagnostic> diagnostics, String note)
            throws IOException {
        Optional<ClassNode> node = read(classFile);
        String name = node.map(host -> host.name.replace('/', '.')).orElse("?");
        String file = node.map(host -> host.sourceFile).orElse(null);
        Optional<Path> source = sources.find(name, file);
        SourceText text = source.isPresent() ? SourceText.read(source.get()) : SourceText.NONE;
        boolean isMissing = source.isEmpty() && !sources.directories().isEmpty() && !methods.isEmpty() && note == null;
        return new ClassView(name, file, text, methods, diagnostics, isMissing ? missing(name, file) : note);
    }

    private String missing(String name, String file) {
        return file == null
                ? "The class file does not say what its source is called."
                : "There is no " + file + " of " + name + " below " + sources.directories() + ".";
    }

    private static List<MethodView> views(byte[] before, WeaveResult.Success success, List<WovenMethod> methods) {
        CodeLengths lengthsBefore = new CodeLengths(before);
        CodeLengths lengthsAfter = new CodeLengths(success.host());
        ClassNode host = read(success.host()).orElseThrow();
        List<MethodView> views = new ArrayList<>();
        for (WovenMethod woven : methods) {
            MethodNode method = woven.target().method();
            List<StateView> states = MethodExplainer.statesOf(woven);
            views.add(new MethodView(
                    method.name,
                    method.name + Types.parameters(method.desc),
                    Types.of(Type.getReturnType(method.desc)),
                    woven.target().kind().noun(),
                    Findings.firstLine(method),
                    woven.names().body(),
                    frame(woven, states),
                    lengthsBefore.of(method.name, method.desc),
                    lengthsAfter.of(woven.body().name, woven.body().desc),
                    states,
                    Transitions.of(method, woven.facts()),
                    Listing.of(bodyIn(host, woven))));
        }
        return List.copyOf(views);
    }

    private static MethodNode bodyIn(ClassNode host, WovenMethod woven) {
        return host.methods.stream()
                .filter(method -> method.name.equals(woven.body().name) && method.desc.equals(woven.body().desc))
                .findFirst()
                .orElseThrow();
    }

    private static FrameView frame(WovenMethod woven, List<StateView> states) {
        List<FrameLayout.Field> fields = woven.plan().layout().fields();
        String base = woven.target().kind().frameBase();
        ObjectSize size = ObjectLayout.sizeOf(
                RuntimeFrames.fieldsOf(base),
                fields.stream().map(FrameLayout.Field::desc).toList());
        return new FrameView(
                woven.names().frame().replace('/', '.'),
                Types.ofInternal(base),
                fields.stream().map(field -> field(field, states)).toList(),
                size);
    }

    private static FrameView.Field field(FrameLayout.Field field, List<StateView> states) {
        return new FrameView.Field(field.name(), Types.ofDescriptor(field.desc()), FieldUses.of(field.name(), states));
    }
}
