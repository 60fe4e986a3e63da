/**
 * Woven class files as a reader sees them, and what must hold for every one of them. Nothing here uses the transformer's
 * own analyses: a check that shares the code of what it checks would share its mistakes.
 */
package dev.fermata.tests.validation.woven;
