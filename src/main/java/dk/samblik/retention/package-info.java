/**
 * How long each thing the hub keeps is kept, and the sweep that ends what nothing else does. Knows tables by their names and
 * opens nothing; never deletes what is in force or the newest of its kind.
 */
@NullMarked
package dk.samblik.retention;

import org.jspecify.annotations.NullMarked;
