package dev.fermata.tests.coverage;

import dev.fermata.tests.agent.Jvm;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jacoco.core.analysis.*;
import org.jacoco.core.analysis.ILine;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TwinIT {
    @TempDir
    static Path directory;

    @ParameterizedTest
    @EnumSource
    void shows(Combination combination) {
        Path twinClasses = Programs.compileTwinTo(directory.resolve("twin"));
        Path exec = directory.resolve("twin.exec");
        new Jvm()
                .with(Jacoco.agentSwitch(exec))
                .withBareClassPath(twinClasses)
                .run(Programs.MAIN)
                .assertPrinted("done");
        Coverage twin = Coverage.of(exec, twinClasses);
        Coverage report = combination.report(directory);
        System.out.println("=== " + combination + " " + report.mismatches());
        for (String name : Programs.NAMES) {
            SortedMap<Integer, ILine> a = twin.linesOf(name + ".java");
            SortedMap<Integer, ILine> b = report.linesOf(name + ".java");
            TreeSet<Integer> all = new TreeSet<>(a.keySet());
            all.addAll(b.keySet());
            for (int n : all) {
                String x = s(a.get(n)), y = s(b.get(n));
                if (!x.equals(y))
                    System.out.println(name + ":" + n + "  " + x + " | " + y + "    "
                            + Programs.lines(name).get(n - 1).trim());
            }
            for (IClassCoverage c : report.classesIn(name + ".java"))
                System.out.print(c.getName() + " " + c.getMethodCounter().getTotalCount() + " L"
                        + Show.ratio(c.getLineCounter()) + " B" + Show.ratio(c.getBranchCounter()) + ";");
            System.out.println();
            for (IClassCoverage c : twin.classesIn(name + ".java"))
                System.out.print(c.getName() + " " + c.getMethodCounter().getTotalCount() + " L"
                        + Show.ratio(c.getLineCounter()) + " B" + Show.ratio(c.getBranchCounter()) + ";");
            System.out.println();
        }
    }

    static String s(ILine l) {
        return l == null
                ? "-"
                : Show.status(l) + " b" + Show.ratio(l.getBranchCounter()) + " i"
                        + Show.ratio(l.getInstructionCounter());
    }
}
