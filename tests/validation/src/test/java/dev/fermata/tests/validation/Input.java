package dev.fermata.tests.validation;

import java.util.ArrayList;
import java.util.List;

/**
 * What a run is confronted with; the blocking reading and the woven code get the same.
 *
 * @param fault what goes wrong
 * @param at at which point, counted from 0 in the order in which points are reached
 * @param sends whether a generator is sent values, rather than nulls
 */
public record Input(Fault fault, int at, boolean sends) {
    private static final Fault[] OF_COROUTINES = {Fault.FAILURE, Fault.FATAL, Fault.WRONG_TYPE, Fault.NULL};
    private static final Fault[] OF_GENERATORS = {Fault.FAILURE, Fault.FATAL, Fault.CLOSE};

    public static Input faultless() {
        return new Input(Fault.NONE, -1, false);
    }

    public static List<Input> ofCoroutine(List<Integer> points) {
        return withFaults(List.of(faultless()), OF_COROUTINES, points);
    }

    public static List<Input> ofGenerator(List<Integer> points) {
        return withFaults(List.of(faultless(), new Input(Fault.NONE, -1, true)), OF_GENERATORS, points);
    }

    private static List<Input> withFaults(List<Input> faultless, Fault[] faults, List<Integer> points) {
        List<Input> inputs = new ArrayList<>(faultless);
        for (int point : points) {
            for (Fault fault : faults) {
                inputs.add(new Input(fault, point, false));
            }
        }
        return inputs;
    }

    /** A stream can be read and closed, nothing else. */
    public boolean isForStreams() {
        return !sends && (fault == Fault.NONE || fault == Fault.CLOSE);
    }

    Fault faultAt(int point) {
        return point == at ? fault : Fault.NONE;
    }
}
