package dev.fermata.loop;

import dev.fermata.frame.CoroutineFrame;

/**
 * A {@link Parking} as what is awaited. The parking itself is the trap, and nothing keeps this frame, so the compiler can do
 * without it.
 */
final class ParkingFrame extends CoroutineFrame {
    private final Parking parking;

    ParkingFrame(Parking parking) {
        this.parking = parking;
    }

    @Override
    public Object step(Object input, int depth) {
        boolean isResumed = begin() != 0;
        end(); // before the attempt, which may throw
        if (isResumed) {
            return take(input);
        }
        parking.use();
        Object now = parking.attempt();
        if (now == Parking.LATER) {
            handOver();
            return parking;
        }
        return now;
    }

    @Override
    protected String method() {
        return parking.method();
    }
}
