package targets.elsewhere;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.tests.validation.Trial;

/** What only heirs in other packages may use. */
public abstract class Sheltered {
    protected String secret = "secret";
    protected int counter = 7;

    protected Sheltered() {}

    protected String protectedMethod(String text) {
        return "sheltered " + text;
    }

    @Suspendable
    protected Coroutine<Object> protectedCoroutine(Trial t) {
        return Coroutine.of(protectedMethod(await(t.at("protected", "p")))); // assertSpillsOnStack(Sheltered)
    }

    /** A class that other packages can hold, but not name. */
    static final class Hidden {
        private final String text;

        Hidden(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return "hidden " + text;
        }
    }

    public static Hidden hidden(String text) {
        return new Hidden(text);
    }

    public static String hiddenText(Hidden hidden, String text) {
        return hidden + text;
    }
}
