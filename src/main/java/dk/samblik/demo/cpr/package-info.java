/**
 * The population register's record files, as registers/cpr describes them. Knows the town; must never know who is
 * enrolled.
 */
@NullMarked
package dk.samblik.demo.cpr;

import org.jspecify.annotations.NullMarked;
