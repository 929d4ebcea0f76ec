/**
 * Rows that were refused: where they stand and why, never what they said. Hung on the consent of the person, or on nobody.
 */
@NullMarked
package dk.samblik.quarantine;

import org.jspecify.annotations.NullMarked;
