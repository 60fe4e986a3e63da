package dev.fermata.queue;

import dev.fermata.loop.Parking;
import java.util.List;

/** The wait of one run of a {@link Select}; gives the arm that was chosen. */
final class Decision<R> extends Parking {
    private final List<Arm<R>> arms;
    private Arm<R> chosen;

    /**
     * Makes a wait.
     *
     * @param arms what to wait for; none is ready
     */
    Decision(List<Arm<R>> arms) {
        this.arms = arms;
    }

    @Override
    protected Object attempt() {
        int entered = 0;
        try {
            for (; entered < arms.size(); entered++) {
                arms.get(entered).enter(this);
            }
        } catch (RuntimeException | Error failure) { // a task of another loop
            arms.subList(0, entered).forEach(Arm::leave);
            throw failure;
        }
        return LATER;
    }

    /** Ends the wait with an arm that has just been served. */
    void choose(Arm<R> arm) {
        chosen = arm;
        leaveAllBut(arm);
        unpark(arm);
    }

    void chooseUnlessDecided(Arm<R> arm) {
        if (isParked()) {
            choose(arm);
        }
    }

    /** Ends the wait, because an arm can never be served. */
    void fail(Arm<R> arm, RuntimeException reason) {
        leaveAllBut(arm);
        unparkRaising(reason);
    }

    @Override
    protected void abandoned() {
        arms.forEach(Arm::leave);
    }

    @Override
    protected boolean isKept() {
        return chosen.isKept();
    }

    @Override
    protected String method() {
        return "Select.run";
    }

    private void leaveAllBut(Arm<R> arm) {
        for (int i = 0; i < arms.size(); i++) {
            Arm<R> other = arms.get(i);
            if (other != arm) {
                other.leave();
            }
        }
    }
}
