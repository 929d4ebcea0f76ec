/**
 * Campaigns: tests that try to break what the line promises, and the tools they share. Each has a quick tier, which every
 * build runs, and a full one ({@code mvn verify -Pcampaign}); its figures are printed when the tests are through.
 */
@NullMarked
package dk.samblik.campaign;

import org.jspecify.annotations.NullMarked;
