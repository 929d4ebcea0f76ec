/**
 * The population register's record files, read in place: persons, register households, custody and guardianship. Gives answers about the people it is asked for; keeps nothing of anybody on disk.
 */
@NullMarked
package dk.samblik.population;

import org.jspecify.annotations.NullMarked;
