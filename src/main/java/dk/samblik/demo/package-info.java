/**
 * The example municipality: an invented population and the five given systems, simulated by their own formats. Everything here may be deleted without the hub noticing.
 */
@NullMarked
package dk.samblik.demo;

import org.jspecify.annotations.NullMarked;
