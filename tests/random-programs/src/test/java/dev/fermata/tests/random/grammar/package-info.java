/**
 * The grammar of random programs. A family offers the forms of one corner of the language; {@link
 * dev.fermata.tests.random.grammar.Growth} picks among all that is offered, so that any form can stand in any other.
 */
package dev.fermata.tests.random.grammar;
