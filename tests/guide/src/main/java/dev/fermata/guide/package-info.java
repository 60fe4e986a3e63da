/** The programs of the guide, one class each. */
package dev.fermata.guide;
