package dk.samblik.notice;

import dk.samblik.household.HouseholdId;
import java.time.Instant;

/** That a version of a household's view holds something new to somebody; what it is, the version says. */
record Notice(long id, String subject, HouseholdId household, int version, Instant published, boolean unread) {}
