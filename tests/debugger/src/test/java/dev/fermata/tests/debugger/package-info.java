/** A debugger attached to woven programs: where breakpoints stop, where steps lead, which variables are seen. */
package dev.fermata.tests.debugger;
