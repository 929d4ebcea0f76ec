/**
 * One file of {@code mappings/} turned into canonical facts, or into named refusals. What a mapping does not name does not exist.
 */
@NullMarked
package dk.samblik.mapping;

import org.jspecify.annotations.NullMarked;
