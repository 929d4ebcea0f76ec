package dk.samblik.consent;

import dk.samblik.household.Cpr;
import dk.samblik.population.Person;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How everybody of a register household is settled: one choice a person, and a reason for somebody outside. */
record SetUpForm(RegisterHousehold household, Map<String, String> fields, DeskWords words) {

    /** Why somebody who lives there does not belong to the household. */
    static final List<String> REASONS = List.of("LODGER", "OWN_HOUSEHOLD", "STAYING_SHORT", "OTHER");

    /** One person as the page shows it. {@code custody} names who has custody of a child, empty for adults. */
    record Row(
            int place,
            String name,
            boolean adult,
            String custody,
            @Nullable String chosen,
            @Nullable String reason) {}

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        int adults = 0;
        int children = 0;
        for (int place = 0; place < household.people().size(); place++) {
            Person person = household.people().get(place);
            boolean adult = person.adultOn(words.today());
            int ordinal = adult ? ++adults : ++children;
            rows.add(new Row(
                    place,
                    name(person, adult, ordinal),
                    adult,
                    adult ? "" : custody(person),
                    fields.get("person-" + place),
                    fields.get("grund-" + place)));
        }
        return rows;
    }

    /** Of somebody whose name is protected no more is told than that they are there, unless it is who was asked for. */
    private String name(Person person, boolean adult, int ordinal) {
        String name = hidden(person) ? null : DeskMember.nameOf(person);
        return words.person(name == null ? words.say(adult ? "person.ADULT" : "person.CHILD", ordinal) : name, person);
    }

    private String custody(Person child) {
        if (child.custodyUnknown() || child.custodyHolders().isEmpty()) {
            return words.say("consent.custody.unknown");
        }
        return words.say(
                "consent.custody",
                words.list(child.custodyHolders().stream()
                        .map(this::holder)
                        .sorted()
                        .toList()));
    }

    private boolean hidden(Person person) {
        return person.protectedAddress()
                && !person.cpr().equals(household.first().cpr());
    }

    private String holder(Cpr number) {
        Person holder = household.holders().get(number);
        String role = words.say("consent.capacity.CUSTODY_HOLDER");
        if (holder == null || hidden(holder)) {
            return words.say(holder == null ? "consent.grantor.unknown" : "consent.grantor.protected", role);
        }
        String name = DeskMember.nameOf(holder);
        if (name == null) {
            return words.say("consent.grantor.unknown", role);
        }
        return household.has(number) ? name : words.say("consent.custody.elsewhere", name);
    }

    /** Everybody as settled; something must be put right where somebody is not. */
    List<SettingUp.Settled> read(FormMistakes mistakes) {
        List<SettingUp.Settled> settled = new ArrayList<>();
        List<Row> rows = rows();
        for (Row row : rows) {
            participation(row, mistakes)
                    .ifPresent(participation -> settled.add(new SettingUp.Settled(
                            household.people().get(row.place()), participation, reason(row, participation, mistakes))));
        }
        boolean anAdult = settled.stream()
                .anyMatch(one -> one.participation() == Participation.PARTICIPANT
                        && one.person().adultOn(words.today()));
        if (mistakes.none() && !anAdult) {
            mistakes.add("person-0-PARTICIPANT", words.say("consent.err.nobody"));
        }
        return settled;
    }

    private Optional<Participation> participation(Row row, FormMistakes mistakes) {
        Optional<Participation> chosen = Arrays.stream(Participation.values())
                .filter(participation -> participation.name().equals(row.chosen()))
                .findFirst();
        if (chosen.isEmpty()) {
            mistakes.add("person-" + row.place() + "-PARTICIPANT", words.say("consent.err.participation", row.name()));
        }
        return chosen;
    }

    private @Nullable String reason(Row row, Participation participation, FormMistakes mistakes) {
        if (participation != Participation.OUTSIDE) {
            return null;
        }
        String reason = row.reason();
        if (reason == null || !REASONS.contains(reason)) {
            mistakes.add("grund-" + row.place(), words.say("consent.err.reason", row.name()));
            return null;
        }
        return reason;
    }

    /** The area the household is to be followed in: one of the desk's own. */
    String area(Set<String> own, FormMistakes mistakes) {
        if (own.size() == 1) {
            return own.iterator().next();
        }
        String chosen = fields.getOrDefault("omraade", "");
        if (!own.contains(chosen)) {
            mistakes.add("omraade", words.say("consent.err.area"));
        }
        return chosen;
    }

    @Override
    public String toString() {
        return "SetUpForm[" + household.people().size() + "]";
    }
}
