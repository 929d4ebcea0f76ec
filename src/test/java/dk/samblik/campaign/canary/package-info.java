/**
 * The canary scan: markers in everything that must not be stored or must never cross, a day of bad events, and a search for
 * every marker in every byte the hub has written. Knows the registers' formats and the consents as they were planned; must
 * never know how the hub decides.
 */
package dk.samblik.campaign.canary;
