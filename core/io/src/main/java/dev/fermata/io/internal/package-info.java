/** What the packages of this module share; not exported. */
package dev.fermata.io.internal;
