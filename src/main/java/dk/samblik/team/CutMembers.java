package dk.samblik.team;

import dk.samblik.access.Information;
import dk.samblik.access.Sight;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members of a view that is cut: who is named, and who is told where they live. */
record CutMembers(Cut cut, HouseholdView whole) {

    /**
     * A reader from outside learns no name of somebody protected, and no address but the one of its own tenancy, so never a
     * new one (domain reference, 3.3 and 7.3).
     */
    Member of(Member member) {
        Sight names = cut.sight(Information.MEMBERS, member.id());
        if (names == Sight.YES && cut.all(Information.ADDRESS, member.id())) {
            return cut.all(Information.CASE_OVERVIEW, member.id()) ? member : part(member, member.firstName(), false);
        }
        boolean named = names.whole() && !member.protectedAddress();
        return part(member, named ? member.firstName() : null, livesInOwn(member));
    }

    private boolean livesInOwn(Member member) {
        return cut.sight(Information.ADDRESS, member.id()) == Sight.OWN
                && !whole.addressesHidden()
                && member.addressKey() != null
                && whole.homes().stream()
                        .anyMatch(home -> home.current()
                                && home.persons().contains(member.id())
                                && member.addressKey().equals(home.tenancy().addressKey()));
    }

    private static Member part(Member member, @Nullable String firstName, boolean withAddress) {
        return new Member(
                member.id(),
                firstName,
                firstName,
                member.ordinal(),
                member.kind(),
                firstName == null ? null : member.age(),
                null,
                member.relation(),
                member.protectedAddress(),
                withAddress ? member.address() : null,
                null,
                List.of(),
                member.consent(),
                member.consentUntil(),
                member.custody(),
                null);
    }
}
