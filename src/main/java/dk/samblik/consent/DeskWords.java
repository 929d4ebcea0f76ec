package dk.samblik.consent;

import dk.samblik.population.Person;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** How the desk's pages name people and say who must consent and why, in the language of the reader. */
record DeskWords(MessageSource messages, Locale locale, LocalDate today) {

    /** The text of a key. */
    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** The text of a key and a count, which is its first argument: {@code key.one} for 1, {@code key.many} for others. */
    String count(String key, long number, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = number;
        System.arraycopy(more, 0, arguments, 1, more.length);
        return say(key + (number == 1 ? ".one" : ".many"), arguments);
    }

    /** That somebody changed it since the page was opened; {@code by} is empty where it is not known who. */
    String changed(String by) {
        return by.isEmpty() ? say("consent.changed.unnamed") : say("consent.changed", by);
    }

    /** Name and age, where the register knows it. */
    String person(String name, @Nullable Person person) {
        return person == null ? name : say("consent.person", name, age(person));
    }

    /** 12. marts 2026 */
    String date(LocalDate date) {
        return DateTimeFormatter.ofPattern(say("format.date.long"), locale).format(date);
    }

    /** a, b og c */
    String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        int last = items.size() - 1;
        return say("format.list", String.join(", ", items.subList(0, last)), items.get(last));
    }

    /** What somebody is called; where the register gives no name, by the place among the adults or children. */
    String name(HouseholdAtDesk household, DeskMember member) {
        String name = member.name();
        if (name != null) {
            return name;
        }
        boolean child = member.childOn(today);
        List<DeskMember> alike = household.members().stream()
                .filter(other -> other.childOn(today) == child)
                .toList();
        return say(child ? "person.CHILD" : "person.ADULT", alike.indexOf(member) + 1);
    }

    /** Whole years, or months below two; nothing where the register does not know. */
    String age(@Nullable Person person) {
        if (person == null) {
            return "";
        }
        int years = person.ageOn(today);
        return years >= 2
                ? say("person.age", years)
                : say("person.months", ChronoUnit.MONTHS.between(person.born(), today));
    }

    /** What a grantor is called: the subject, somebody in the household, or somebody outside it. */
    String grantor(HouseholdAtDesk household, DeskMember subject, DeskGrantor grantor) {
        if (grantor.capacity() == Capacity.SELF) {
            return name(household, subject);
        }
        String name = grantor.name();
        String role = say("consent.capacity." + grantor.capacity());
        if (name == null) {
            return say(grantor.who() == null ? "consent.grantor.unknown" : "consent.grantor.protected", role);
        }
        return say(grantor.member() ? "consent.grantor.member" : "consent.grantor.outside", name, role);
    }

    /** Who must say yes for this person, and why; or why nobody can. */
    String reason(HouseholdAtDesk household, DeskMember member) {
        String name = name(household, member);
        Person person = member.person();
        if (person == null) {
            return say("consent.reason.unknown", name);
        }
        if (member.blocked() != null) {
            return say("consent.reason." + member.blocked(), name);
        }
        return person.active()
                ? say("consent.reason." + rule(member), name, person.ageOn(today))
                : say("consent.reason.inactive", name);
    }

    private static String rule(DeskMember member) {
        long holders = with(member, Capacity.CUSTODY_HOLDER);
        if (holders == 0) {
            return with(member, Capacity.GUARDIAN) == 0 ? "adult" : "guardian";
        }
        String kind = with(member, Capacity.SELF) == 0 ? "child" : "young";
        return kind + (holders == 1 ? ".one" : ".many");
    }

    private static long with(DeskMember member, Capacity capacity) {
        return member.grantors().stream()
                .filter(grantor -> grantor.capacity() == capacity)
                .count();
    }

    @Override
    public String toString() {
        return "DeskWords[" + locale.getLanguage() + "]";
    }
}
