/**
 * The children and youth system: its rows about the children of the town, and its database as its owner runs it. Must
 * never offer the hub a column, index or right that the given schema does not.
 */
@NullMarked
package dk.samblik.demo.bu;

import org.jspecify.annotations.NullMarked;
