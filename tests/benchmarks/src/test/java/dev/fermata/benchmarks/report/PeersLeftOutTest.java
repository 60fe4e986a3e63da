package dev.fermata.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PeersLeftOutTest {
    @Test
    void reads_the_rows_of_the_table() {
        assertEquals(
                List.of(
                        new LeftOut("eaAsync", "all", "reads class files up to Java 14"),
                        new LeftOut("kilim", "ReadyAwaitChain", "every call is a fiber")),
                PeersLeftOut.in("""
                        # Who is missing

                        | peer | work | why |
                        | --- | --- | :--- |
                        | eaAsync | all | reads class files up to Java 14 |
                        | kilim | ReadyAwaitChain | every call is a fiber |
                        """));
    }
}
