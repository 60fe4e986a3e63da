package dev.fermata.frame;

/** The input of a frame that is resumed by an exception instead of a value. */
record Raised(Throwable error) {}
