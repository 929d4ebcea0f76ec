package dk.samblik.demo.bu;

import dk.samblik.demo.people.Dice;
import dk.samblik.demo.people.Person;
import dk.samblik.demo.plan.Fate;
import dk.samblik.demo.plan.Seen;
import dk.samblik.demo.plan.Setting;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** bu.dagtilbud and bu.lukkedag: places of today and before, and the attendance of the last 30 days. */
final class DaycareRows {

    private static final Map<String, List<String>> PLACES = Map.of(
            "DAGPLEJE", List.of("Dagplejen Fjordsted"),
            "VUGGESTUE", List.of("Vuggestuen Ællingen", "Vuggestuen Myretuen"),
            "BOERNEHAVE", List.of("Børnehuset Vibereden", "Børnehaven Troldhøj", "Børnehaven Bævreaspen"),
            "SFO", List.of("Lærkeskolens SFO", "Moseskolens SFO", "Skovparkens SFO"),
            "KLUB", List.of("Klub Havnen"));

    private final Setting setting;
    private final Book book;
    private final CheckIns checkIns;

    DaycareRows(Setting setting, Book book) {
        this.setting = setting;
        this.book = book;
        this.checkIns = new CheckIns(setting, book);
    }

    void plant() {
        PLACES.values().stream()
                .flatMap(List::stream)
                .sorted()
                .forEach(place -> closingDays(place).forEach(day -> book.write(BuTable.LUKKEDAG, place, day)));
        for (Person person : setting.town().people()) {
            int age = person.ageOn(setting.night());
            Dice dice = setting.dice("daycare", person.id());
            String kind = kind(age, dice);
            if (!kind.isEmpty() && person.residence().status().equals("01")) {
                child(person, kind, dice);
            }
        }
    }

    private static String kind(int age, Dice dice) {
        return switch (age) {
            case 1 -> dice.any("DAGPLEJE", "VUGGESTUE", "");
            case 2 -> dice.any("DAGPLEJE", "VUGGESTUE", "VUGGESTUE");
            case 3, 4, 5 -> dice.any("BOERNEHAVE", "BOERNEHAVE", "BOERNEHAVE", "BOERNEHAVE", "");
            case 7, 8, 9 -> dice.any("SFO", "SFO", "");
            case 11, 12, 13 -> dice.any("KLUB", "", "");
            default -> "";
        };
    }

    private void child(Person child, String kind, Dice dice) {
        String place = dice.pick(PLACES.getOrDefault(kind, List.of()));
        LocalDate from = setting.night().minusDays(dice.between(12, 330));
        LocalDate until = dice.chance(0.06) ? setting.night().plusDays(dice.between(5, 90)) : null;
        place(child, kind, place, from, until, dice);
        if (kind.equals("BOERNEHAVE") && dice.chance(0.6)) {
            LocalDate left = from.minusDays(1);
            place(child, "VUGGESTUE", "Vuggestuen Ællingen", left.minusDays(400), left, dice);
        }
        Map<LocalDate, String> marks = checkIns.write(child, from, closingDays(place), dice);
        attendance(child, place, from, marks);
        if (dice.chance(0.012)) {
            LocalDate second = setting.night().minusDays(dice.between(35, 200));
            place(child, kind, "Dagplejen Fjordsted Syd", second, null, dice);
            attendance(child, "Dagplejen Fjordsted Syd", second, marks);
        }
    }

    private void place(Person child, String kind, String place, LocalDate from, @Nullable LocalDate until, Dice dice) {
        String days = dice.chance(0.8) ? "" : dice.any("3", "4", "5");
        book.write(BuTable.DAGTILBUD, book.cpr(child), place, kind, from, until, dice.chance(0.06), days);
        boolean over = until != null && until.isBefore(setting.back(child));
        book.count(
                BuTable.DAGTILBUD,
                child,
                over ? Fate.FILTERED : Fate.MAPPED,
                Seen.of(child.id(), "enrolment", child.shownName(), kind, place, "", from, until));
    }

    private void attendance(Person child, String place, LocalDate from, Map<LocalDate, String> marks) {
        LocalDate start = setting.night().minusDays(29);
        LocalDate first = from.isAfter(start) ? from : start;
        Set<LocalDate> closed = closingDays(place);
        List<String> days = first.datesUntil(setting.night().plusDays(1))
                .filter(CheckIns::weekday)
                .filter(day -> !closed.contains(day))
                .map(day -> marks.getOrDefault(day, ""))
                .toList();
        book.count(
                BuTable.FREMMOEDE,
                child,
                Fate.MAPPED,
                Seen.of(
                        child.id(),
                        "attendance",
                        child.shownName(),
                        place,
                        days.size(),
                        count(days, "KOM"),
                        count(days, "SYG"),
                        count(days, "FERIE"),
                        count(days, "FRI"),
                        count(days, "")));
    }

    private static long count(List<String> days, String mark) {
        return days.stream().filter(mark::equals).count();
    }

    private Set<LocalDate> closingDays(String place) {
        if (place.endsWith("Syd")) {
            return Set.of();
        }
        Dice dice = setting.dice("closing", place);
        LocalDate night = setting.night();
        return Stream.of(
                        night.minusDays(dice.between(3, 25)),
                        night.minusDays(dice.between(40, 120)),
                        night.plusDays(dice.between(5, 40)))
                .map(Setting::weekday)
                .collect(Collectors.toUnmodifiableSet());
    }
}
