/**
 * Recorded, withdrawn, in force: the only maker of a consented household and of the chunk that is asked about. Nothing downstream can be called without one.
 */
@NullMarked
package dk.samblik.consent;

import org.jspecify.annotations.NullMarked;
