/**
 * Facts merged to one household view, published as versions: a pure function in the middle, one transaction a household at the edge. Nothing is silently chosen where registers disagree.
 */
@NullMarked
package dk.samblik.view;

import org.jspecify.annotations.NullMarked;
