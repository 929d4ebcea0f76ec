/**
 * Social services, health and care: its citizens' records, and its REST interface on loopback with every fault operations
 * have met. Keeps its own call log for those who may read it; must never write a number anywhere else.
 */
@NullMarked
package dk.samblik.demo.social;

import org.jspecify.annotations.NullMarked;
