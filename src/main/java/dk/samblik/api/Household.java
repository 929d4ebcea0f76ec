package dk.samblik.api;

import dk.samblik.access.Information;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A household as a client sees it: what its role and the consents open, and nothing else. Every key is always there.
 *
 * @param number as people say it; says nothing about anyone
 * @param version of the view, 0 before anything is published
 * @param lastDay in its programme, null while none is known; once it is over nothing is fetched any more
 * @param addressesHidden somebody is protected: nothing here says where home, school or day care is
 * @param closedToRole kinds of information that the consents cover and this client's role does not open
 * @param closedByConsent kinds that the role opens and a member's consent does not
 */
record Household(
        UUID id,
        String number,
        String area,
        int version,
        @Nullable Instant publishedAt,
        @Nullable String coordinator,
        @Nullable LocalDate meeting,
        @Nullable LocalDate lastDay,
        Parts.ConsentInForce consent,
        boolean addressesHidden,
        List<Information> closedToRole,
        List<Information> closedByConsent,
        List<Parts.AlertFact> alerts,
        List<Parts.Person> members,
        List<Section> sections,
        List<Parts.CalendarDate> calendar,
        List<Parts.Difference> disagreements,
        List<Parts.Event> timeline) {

    /** A household in a list: enough to know whether to read it again. */
    record Item(
            UUID id,
            String number,
            String area,
            int version,
            @Nullable Instant publishedAt) {}

    /** Some of a list in its order; {@code next} is what {@code after} is to be for the rest, null at the end. */
    record Page(List<Item> items, @Nullable String next) {}

    /** How consents stand, member by member. */
    record Consents(UUID household, List<Parts.MemberConsent> members) {}
}
