package dk.samblik.team;

import dk.samblik.access.Information;
import dk.samblik.view.HouseholdView;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a reader does not see of a household although a consent covers it, in words: silence is never an answer. */
final class Unseen {

    private final Set<Information> closedToRole;
    private final Set<Information> closedByConsent;
    private final OptionalLong departments;
    private final String organisation;
    private final String area;
    private final Words words;

    Unseen(HouseholdView whole, Seeing seeing, Words words) {
        this.closedToRole = seeing.closedToRole(whole);
        this.closedByConsent = seeing.closedByConsent(whole);
        this.departments = seeing.departments(whole);
        this.organisation = seeing.organisation();
        this.area = whole.frame().area();
        this.words = words;
    }

    /** Whether the reader's role keeps this closed. */
    public boolean closed(String information) {
        return closedToRole.contains(Information.valueOf(information));
    }

    /** What another role sees; null where there is nothing. */
    public @Nullable String byRole() {
        return closedToRole.isEmpty()
                ? null
                : words.say(
                        "unseen.role", list(closedToRole), words.called(area).definiteTitle());
    }

    /** What the consent of somebody does not open to the reader's organisation; null where there is nothing. */
    public @Nullable String byConsent() {
        return closedByConsent.isEmpty() ? null : words.say("unseen.consent", organisation, list(closedByConsent));
    }

    /** How many departments work with the household, where no more may be told; null where not even that, or all is. */
    public @Nullable String departments() {
        return departments.isEmpty() ? null : words.count("unseen.departments", departments.getAsLong());
    }

    private String list(Set<Information> what) {
        return words.list(what.stream()
                .sorted()
                .map(one -> words.say("information." + one))
                .toList());
    }
}
