package dk.samblik.consent;

import dk.samblik.consent.MemberChange.To;
import dk.samblik.household.PersonId;
import dk.samblik.population.Person;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in a household, as somebody changes it: a choice a person, empty for no change, a reason for somebody
 * outside, and whether those who are gone from the address are members no more.
 */
record MembersForm(Residents.Home home, Map<String, String> fields, DeskWords words) {

    static final String CHOICE = "valg-";
    static final String REASON = "grund-";
    static final String DEPARTED = "fraflyttede";

    /** One person as the page shows it; {@code chosen} and {@code reason} are what was filled in, null for nothing. */
    record Row(
            String key,
            String name,
            String standing,
            boolean left,
            List<To> choices,
            @Nullable String chosen,
            @Nullable String reason) {}

    List<Row> rows() {
        return home.all().stream().map(this::row).toList();
    }

    private Row row(Resident resident) {
        return new Row(
                resident.key(),
                name(resident),
                standing(resident.now()),
                resident.left(),
                choices(resident),
                fields.get(CHOICE + resident.key()),
                fields.get(REASON + resident.key()));
    }

    /** How somebody stands, in words. */
    private String standing(@Nullable Participation now) {
        return words.say(now == null ? "members.new" : "consent.participation." + now);
    }

    /** What else somebody may become; no member any more only by the register's word. */
    private static List<To> choices(Resident resident) {
        return Arrays.stream(To.values())
                .filter(to -> to == To.MOVED_OUT
                        ? resident.left()
                        : resident.now() == null || to.participation() != resident.now())
                .filter(to -> to != To.PARTICIPANT || !resident.left())
                .toList();
    }

    /** Name and age; of somebody who may not be named only that there is somebody. */
    String name(Resident resident) {
        Person person = resident.person();
        String name = person == null || !resident.named() ? null : DeskMember.nameOf(person);
        if (name != null) {
            return words.person(name, person);
        }
        String kind = resident.adult() ? "ADULT" : "CHILD";
        return resident.named()
                ? words.say("person." + kind, 1 + alike(resident).indexOf(resident))
                : words.say("members.protected." + kind);
    }

    private List<Resident> alike(Resident resident) {
        return home.all().stream()
                .filter(other -> other.adult() == resident.adult())
                .toList();
    }

    /** The changes, as far as they hold; something must be put right where one does not, or where there is none. */
    List<MemberChange> read(FormMistakes mistakes) {
        List<MemberChange> changes = new ArrayList<>();
        home.all().forEach(resident -> change(resident, mistakes).ifPresent(changes::add));
        if (mistakes.none() && changes.isEmpty() && departed().isEmpty()) {
            String first =
                    home.all().isEmpty() ? "sog" : CHOICE + home.all().get(0).key();
            mistakes.add(first, words.say("members.err.nothing"));
        }
        return changes;
    }

    private Optional<MemberChange> change(Resident resident, FormMistakes mistakes) {
        String chosen = fields.getOrDefault(CHOICE + resident.key(), "");
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        Optional<To> to = choices(resident).stream()
                .filter(choice -> choice.name().equals(chosen))
                .findFirst();
        if (to.isEmpty()) {
            mistakes.add(CHOICE + resident.key(), words.say("consent.err.participation", name(resident)));
            return Optional.empty();
        }
        if (to.get() != To.OUTSIDE) {
            return Optional.of(new MemberChange(resident, to.get(), null));
        }
        String reason = fields.getOrDefault(REASON + resident.key(), "");
        if (!SetUpForm.REASONS.contains(reason)) {
            mistakes.add(REASON + resident.key(), words.say("consent.err.reason", name(resident)));
            return Optional.empty();
        }
        return Optional.of(new MemberChange(resident, To.OUTSIDE, reason));
    }

    /** Those gone from the address whose membership is to end. */
    List<PersonId> departed() {
        return fields.containsKey(DEPARTED) ? home.departed() : List.of();
    }

    /** What was filled in, to be carried from page to page; nothing of a choice that is none. */
    Map<String, String> carried(List<MemberChange> changes) {
        Map<String, String> carried = new LinkedHashMap<>();
        changes.forEach(change -> {
            carried.put(CHOICE + change.who().key(), change.to().name());
            String reason = change.reason();
            if (reason != null) {
                carried.put(REASON + change.who().key(), reason);
            }
        });
        if (!departed().isEmpty()) {
            carried.put(DEPARTED, "1");
        }
        return carried;
    }

    /** One line a change: who, from what, to what. */
    List<String> said(List<MemberChange> changes) {
        Stream<String> each = changes.stream()
                .map(change -> words.say(
                        "members.change",
                        name(change.who()),
                        standing(change.who().now()),
                        words.say("members.to." + change.to())));
        Stream<String> gone = departed().isEmpty()
                ? Stream.of()
                : Stream.of(words.count("members.departed.end", departed().size()));
        return Stream.concat(each, gone).toList();
    }

    @Override
    public String toString() {
        return "MembersForm[" + home.all().size() + "]";
    }
}
