/**
 * Rows that were refused: where they stand and why. Hung on the consent of the person, or on nobody; what the refused cell
 * said is sealed with the household's key and opened for the data steward only.
 */
@NullMarked
package dk.samblik.quarantine;

import org.jspecify.annotations.NullMarked;
