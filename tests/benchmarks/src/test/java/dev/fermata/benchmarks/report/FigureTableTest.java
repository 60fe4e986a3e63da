package dev.fermata.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTableTest {
    @Test
    void orders_the_variants_of_a_work_by_time_and_divides_by_the_best_of_ours() {
        assertEquals("""
                | work | variant | cost | ± | × Fermata | × hand-written | bytes allocated |
                | --- | --- | ---: | ---: | ---: | ---: | ---: |
                | FlatGenerator | handWritten | 0.50 ns | 0.010 | 0.50 | 1.00 | 16.0 |
                | FlatGenerator | **fermataIterable** | 1.00 ns | 0.10 | 1.00 | 2.00 | 16.0 |
                | FlatGenerator | **fermataGenerator** | 2.00 ns | 3.00 | 2.00 | 4.00 | 16.0 |
                | FlatGenerator | kotlinSequence | 10.0 ns | 1.00 | 10.0 | 20.0 | 16.0 |
                | SpawnAndJoin | kotlin | 100 ns |  |  |  |  |
                | Unheard, of 3 | **fermata** | 7.00 ns |  | 1.00 |  | 16.0 |
                """, FigureTable.of(Reports.small().figures()));
    }

    @Test
    void leaves_away_what_nobody_has() {
        Figure bytes = Figure.of("MillionTasks, waiting", "kotlin", "bytes", 482, null, null);
        assertEquals("""
                | work | variant | cost |
                | --- | --- | ---: |
                | MillionTasks, waiting | kotlin | 482 bytes |
                """, FigureTable.of(List.of(bytes)));
    }
}
