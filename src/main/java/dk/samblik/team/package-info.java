/**
 * The outreach teams' pages: my households, the household, the refresh. Shows nothing that the access log has not taken first.
 */
@NullMarked
package dk.samblik.team;

import org.jspecify.annotations.NullMarked;
