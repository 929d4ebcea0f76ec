/**
 * The housing association: tenancies of the three areas and its weekly file. Must never know who consented, except that
 * stories need their tenants on the contract.
 */
@NullMarked
package dk.samblik.demo.bolig;

import org.jspecify.annotations.NullMarked;
