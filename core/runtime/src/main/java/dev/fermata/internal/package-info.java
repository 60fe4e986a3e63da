/** What several packages of the runtime share and no application uses; not exported. */
package dev.fermata.internal;
