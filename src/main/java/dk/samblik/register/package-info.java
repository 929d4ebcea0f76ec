/**
 * A register as the hub sees it: what it is called, how it is asked, its answer as rows, or that it is down. Takes a consented chunk and nothing else; keeps no copy of a delivered file.
 */
@NullMarked
package dk.samblik.register;

import org.jspecify.annotations.NullMarked;
