package tracer;

import java.lang.instrument.Instrumentation;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.implementation.MethodDelegation;
import net.bytebuddy.implementation.SuperMethodCall;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;

/** Traces suspendable methods and what has been made of them. */
public class Tracer {
    private static Instrumentation instrumentation;

    public static void premain(String option, Instrumentation given) {
        instrumentation = given;
        switch (option) {
            case "advice" -> work(quiet()).transform((builder, t, l, m, d) -> advised(builder)).installOn(given);
            case "capable" -> capable();
            case "delegation" -> work(quiet())
                    .transform((builder, t, l, m, d) -> builder.method(ElementMatchers.named("steps"))
                            .intercept(MethodDelegation.to(Announcer.class).andThen(SuperMethodCall.INSTANCE)))
                    .installOn(given);
            case "late" -> {}
            default -> throw new IllegalArgumentException(option);
        }
    }

    /** Traces classes that are loaded, too. */
    public static void capable() {
        work(quiet().disableClassFormatChanges().with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION))
                .transform((builder, t, l, m, d) -> advised(builder))
                .installOn(instrumentation);
    }

    public static void again(Class<?> type) throws Exception {
        instrumentation.retransformClasses(type);
    }

    private static AgentBuilder quiet() {
        // Byte Buddy leaves synthetic methods alone, unless it is told not to.
        return new AgentBuilder.Default(new ByteBuddy().ignore(ElementMatchers.none()))
                .with(AgentBuilder.Listener.StreamWriting.toSystemError().withErrorsOnly());
    }

    private static AgentBuilder.Identified.Narrowable work(AgentBuilder builder) {
        return builder.type(ElementMatchers.named("demo.Work"));
    }

    private static DynamicType.Builder<?> advised(DynamicType.Builder<?> builder) {
        ElementMatcher.Junction<net.bytebuddy.description.NamedElement> bodies = ElementMatchers.nameContains("$co");
        return builder.visit(Advice.to(Trace.class)
                .on(ElementMatchers.isAnnotatedWith(ElementMatchers.named("dev.fermata.Suspendable")).or(bodies)));
    }

    public static class Announcer {
        public static void announce() {
            System.out.println("announced");
        }
    }

    public static class Trace {
        @Advice.OnMethodEnter
        static String enter(@Advice.Origin("#m") String method) {
            System.out.println("> " + method);
            return method;
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit(@Advice.Enter String method, @Advice.Thrown Throwable thrown) {
            System.out.println("< " + method + (thrown == null ? "" : " " + thrown.getClass().getSimpleName()));
        }
    }
}
