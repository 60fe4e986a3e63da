/** Facts about a method's instructions. An analysis is made afresh after every lowering; none survives an edit. */
package dev.fermata.transformer.analysis;
