/**
 * The invented people of Fjordsted: names, numbers that cannot exist, dwellings, families. Knows nothing of registers or
 * consents. Gives on a town of persons; must never make a number that somebody could have.
 */
@NullMarked
package dk.samblik.demo.people;

import org.jspecify.annotations.NullMarked;
