/**
 * What of the figures may be shown to whom no household is shown: tables of areas and a total that identify nobody. Plain
 * methods over counts; must be the only place a count of people leaves the effect figures by.
 */
@NullMarked
package dk.samblik.effect.release;

import org.jspecify.annotations.NullMarked;
