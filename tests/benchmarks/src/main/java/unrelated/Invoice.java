package unrelated;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A pattern: fields, getters, a list, a text. */
public class Invoice {
    private static final String[] STATES = {"draft", "sent", "paid", "overdue", "cancelled"};

    private final String customer;
    private final List<String> lines = new ArrayList<>();
    private long total;
    private int state;
    private boolean locked;

    /** Makes an empty one. */
    public Invoice(String customer) {
        if (customer == null || customer.isEmpty()) {
            throw new IllegalArgumentException("an invoice needs a customer");
        }
        this.customer = customer;
    }

    /** Who pays. */
    public String customer() {
        return customer;
    }

    /** The lines so far. */
    public List<String> lines() {
        return Collections.unmodifiableList(lines);
    }

    /** Adds a line. */
    public void add(String product, int pieces, long price) {
        if (locked) {
            throw new IllegalStateException("the invoice of " + customer + " has been sent");
        }
        long amount = pieces * price;
        if (pieces > 100) {
            amount -= amount / 20;
        }
        lines.add(product + ": " + pieces + " at " + price + " = " + amount);
        total += amount;
    }

    /** Goes on to the next state. */
    public boolean advance() {
        if (state + 1 >= STATES.length) {
            return false;
        }
        state++;
        locked = !STATES[state].equals("draft");
        return true;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Invoice for ").append(customer).append(", ");
        for (String line : lines) {
            text.append("\n  ").append(line);
        }
        return text.append("\ntotal ")
                .append(total)
                .append(", ")
                .append(STATES[state])
                .toString();
    }
}
