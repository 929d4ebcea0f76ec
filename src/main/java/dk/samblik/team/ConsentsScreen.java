package dk.samblik.team;

import dk.samblik.household.Category;
import dk.samblik.view.ConsentSummary;
import dk.samblik.view.Frame;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Member;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the consents of a household stand, in words. {@code limited}: its reader sees no more than that and until when. */
record ConsentsScreen(HouseholdView view, boolean limited, People people, Words words) {

    /** "2 of 2 adults, 3 of 4 sources, until 1 April 2027". */
    public String summary() {
        ConsentSummary consent = view.consent();
        String said = words.say(
                "consent.summary",
                consent.adultsInForce(),
                consent.adults(),
                consent.sourcesInForce(),
                consent.sources());
        return consent.firstEnd() == null
                ? said
                : said + ", " + words.say("consent.until", words.date(consent.firstEnd()));
    }

    /** One member's consent: until when, and what it lets be asked from whom. */
    public record One(String name, Badge badge, String period, List<String> covers) {}

    /** The members' consents; what they cover is for those who see what comes of it. */
    public List<One> each() {
        return view.frame().participants().stream()
                .flatMap(participant -> view.member(participant.id()).stream()
                        .map(member -> new One(
                                people.name(member),
                                badge(member),
                                words.period(participant.validFrom(), participant.validTo()),
                                limited ? List.of(words.say("state.ROLE_HIDDEN")) : covers(participant))))
                .toList();
    }

    /** A line for the departments that may be asked for the same, in their order. */
    private List<String> covers(Frame.Participant participant) {
        Map<Set<Category>, List<String>> alike = new LinkedHashMap<>();
        participant.scopes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(scope -> alike.computeIfAbsent(
                                Set.copyOf(scope.getValue().categories()), first -> new ArrayList<>())
                        .add(words.say("department." + scope.getKey())));
        return alike.entrySet().stream()
                .map(one -> words.say("consent.covers.line", words.list(one.getValue()), categories(one.getKey())))
                .toList();
    }

    /** How one member's consent stands. */
    public Badge badge(Member member) {
        String text = words.say("consent." + member.consent());
        return member.consent() == Frame.Standing.IN_FORCE ? Badge.success(text) : Badge.neutral(text);
    }

    /** Kinds of information, in one breath. */
    public String categories(Collection<Category> categories) {
        return words.list(categories.stream()
                .sorted()
                .map(category -> words.say("category." + category))
                .toList());
    }
}
