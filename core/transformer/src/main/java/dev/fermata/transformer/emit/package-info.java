/** Writes the three parts of a woven method: the stub the caller sees, the body in the host, the frame class. */
package dev.fermata.transformer.emit;
