package dev.fermata.frameworks.spring;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The wholesaler does not know an item. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class UnknownItemException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * Says which.
     *
     * @param item the item's name
     */
    public UnknownItemException(String item) {
        super("unknown item: " + item);
    }
}
