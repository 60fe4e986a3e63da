package unrelated;

import java.io.Serializable;
import java.util.concurrent.atomic.AtomicLong;

/** A pattern: a comparable value with synchronised changes. */
public class Account implements Comparable<Account>, Serializable {
    private static final long serialVersionUID = 1L;
    private static final AtomicLong NUMBERS = new AtomicLong(1000);

    private final long number = NUMBERS.incrementAndGet();
    private final String owner;
    private long balance;
    private transient Account partner;

    /** Opens one. */
    public Account(String owner, long balance) {
        this.owner = owner;
        this.balance = balance;
    }

    /** Whose it is. */
    public String owner() {
        return owner;
    }

    /** What is on it. */
    public synchronized long balance() {
        return balance;
    }

    /** Moves money, if there is enough. */
    public boolean transfer(Account to, long amount) {
        if (amount <= 0) {
            throw new IllegalArgumentException("an amount must be positive, not " + amount);
        }
        synchronized (this) {
            if (balance < amount) {
                return false;
            }
            balance -= amount;
        }
        synchronized (to) {
            to.balance += amount;
        }
        partner = to;
        return true;
    }

    /** The interest of some years, in whole units. */
    public long interest(double rate, int years) {
        double grown = balance();
        for (int year = 0; year < years; year++) {
            grown += grown * rate / 100;
            if (grown > 1e15) {
                throw new ArithmeticException("too rich: " + owner);
            }
        }
        return Math.round(grown) - balance();
    }

    @Override
    public int compareTo(Account other) {
        int byOwner = owner.compareTo(other.owner);
        return byOwner != 0 ? byOwner : Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return "account " + number + " of " + owner + (partner == null ? "" : ", last paid " + partner.owner);
    }
}
