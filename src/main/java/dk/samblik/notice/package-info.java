/**
 * What is new in the households somebody follows: the list, how much of it is unread, and the daily mail that says only how
 * many. Keeps which version is news to whom and nothing of what it says.
 */
@NullMarked
package dk.samblik.notice;

import org.jspecify.annotations.NullMarked;
