/**
 * Rows that were refused, until someone settles them: where they stand and why, never what they said.
 */
@NullMarked
package dk.samblik.quarantine;

import org.jspecify.annotations.NullMarked;
