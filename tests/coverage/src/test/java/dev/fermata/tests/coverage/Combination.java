package dev.fermata.tests.coverage;

import dev.fermata.tests.agent.BuildTime;
import dev.fermata.tests.agent.Jvm;
import dev.fermata.tests.agent.Run;
import java.nio.file.Path;

/** The ways in which JaCoCo and weaving meet. */
enum Combination {
    /** {@code -javaagent:jacoco -javaagent:fermata}. */
    JACOCO_AGENT_THEN_OURS(false) {
        @Override
        Jvm prepare(Path compiled, Path exec) {
            return new Jvm().with(Jacoco.agentSwitch(exec)).withAgent("").withClassPath(compiled);
        }
    },
    /** {@code -javaagent:fermata -javaagent:jacoco}. */
    OUR_AGENT_THEN_JACOCO(false) {
        @Override
        Jvm prepare(Path compiled, Path exec) {
            return new Jvm().withAgent("").with(Jacoco.agentSwitch(exec)).withClassPath(compiled);
        }
    },
    INSTRUMENTED_OFFLINE_THEN_WOVEN_IN_THE_BUILD(false) {
        @Override
        Jvm prepare(Path compiled, Path exec) {
            Jacoco.instrument(compiled);
            BuildTime.weave(compiled);
            return offline(compiled, exec);
        }
    },
    INSTRUMENTED_OFFLINE_THEN_WOVEN_BY_THE_AGENT(false) {
        @Override
        Jvm prepare(Path compiled, Path exec) {
            Jacoco.instrument(compiled);
            return offline(compiled, exec).withAgent("");
        }
    },
    WOVEN_IN_THE_BUILD_THEN_JACOCO_AGENT(true) {
        @Override
        Jvm prepare(Path compiled, Path exec) {
            BuildTime.weave(compiled);
            return new Jvm().with(Jacoco.agentSwitch(exec)).withClassPath(compiled);
        }
    },
    /** As where tests are run by an agent that has nothing left to do. */
    WOVEN_IN_THE_BUILD_THEN_BOTH_AGENTS(true) {
        @Override
        Jvm prepare(Path compiled, Path exec) {
            BuildTime.weave(compiled);
            return new Jvm().withAgent("").with(Jacoco.agentSwitch(exec)).withClassPath(compiled);
        }
    },
    WOVEN_IN_THE_BUILD_THEN_INSTRUMENTED_OFFLINE(true) {
        @Override
        Jvm prepare(Path compiled, Path exec) {
            BuildTime.weave(compiled);
            Jacoco.instrument(compiled);
            return offline(compiled, exec);
        }
    };

    /** Whether JaCoCo sees, and so knows by their checksum, what weaving has made of the classes. */
    final boolean seesWoven;

    Combination(boolean seesWoven) {
        this.seesWoven = seesWoven;
    }

    /** Makes of compiled classes, in place, what is run. */
    abstract Jvm prepare(Path compiled, Path exec);

    private static Jvm offline(Path classes, Path exec) {
        return new Jvm().with("-Djacoco-agent.destfile=" + exec).withClassPath(classes, Jacoco.agentJar());
    }

    /** Runs the programs and gives the file that JaCoCo writes. */
    Path run(Path directory) {
        Path exec = directory.resolve(name() + ".exec");
        Run run = prepare(Programs.compileTo(directory.resolve(name())), exec).run(Programs.MAIN);
        run.assertPrinted("done");
        run.assertQuiet();
        return exec;
    }

    /** Runs the programs and reads the report made with the class files that JaCoCo has seen. */
    Coverage report(Path directory) {
        Path exec = run(directory);
        Path seen = Programs.compileTo(directory.resolve(name() + "-seen"));
        if (seesWoven) {
            BuildTime.weave(seen);
        }
        return Coverage.of(exec, seen);
    }
}
