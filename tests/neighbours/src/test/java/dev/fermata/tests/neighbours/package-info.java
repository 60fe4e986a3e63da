/**
 * Woven code beside tools, frameworks and languages that know nothing of it: each test runs the real neighbour. What
 * came of it, and what to know, stands in {@code docs/neighbours.md}.
 */
package dev.fermata.tests.neighbours;
