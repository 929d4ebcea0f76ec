package dk.samblik.demo.bu;

import dk.samblik.demo.people.Dice;
import dk.samblik.demo.people.Person;
import dk.samblik.demo.plan.Fate;
import dk.samblik.demo.plan.Seen;
import dk.samblik.demo.plan.Setting;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * bu.dagtilbud and bu.lukkedag: places of today and before, the attendance of the last 30 days and
 * the hours of the obligatory offer.
 */
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
        List<Place> obligatory = new ArrayList<>();
        place(child, kind, new Place(place, from, until), dice, obligatory);
        if (kind.equals("BOERNEHAVE") && dice.chance(0.6)) {
            LocalDate left = from.minusDays(1);
            place(child, "VUGGESTUE", new Place("Vuggestuen Ællingen", left.minusDays(400), left), dice, obligatory);
        }
        CheckIns.Marks marks = checkIns.write(child, from, closingDays(place), dice);
        attendance(child, place, from, marks.days());
        if (dice.chance(0.012)) {
            LocalDate second = setting.night().minusDays(dice.between(35, 200));
            place(child, kind, new Place("Dagplejen Fjordsted Syd", second, null), dice, obligatory);
            attendance(child, "Dagplejen Fjordsted Syd", second, marks.days());
        }
        obligatory.forEach(one -> hours(child, one, marks.minutes()));
    }

    private record Place(
            String name, LocalDate from, @Nullable LocalDate until) {}

    private void place(Person child, String kind, Place at, Dice dice, List<Place> obligatory) {
        String place = at.name();
        LocalDate from = at.from();
        LocalDate until = at.until();
        String days = dice.chance(0.8) ? "" : dice.any("3", "4", "5");
        boolean must = dice.chance(0.06);
        if (must) {
            obligatory.add(at);
        }
        book.write(BuTable.DAGTILBUD, book.cpr(child), place, kind, from, until, must, days);
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

    /** The hours of the months that are over, from the quarter before on. */
    private void hours(Person child, Place place, Map<LocalDate, Integer> minutes) {
        YearMonth running = YearMonth.from(setting.night());
        for (YearMonth month = YearMonth.from(new Schools(setting.night()).quarter(1));
                month.isBefore(running);
                month = month.plusMonths(1)) {
            LocalDate first = place.from().isAfter(month.atDay(1)) ? place.from() : month.atDay(1);
            LocalDate end = month.atEndOfMonth();
            LocalDate last = place.until() != null && place.until().isBefore(end) ? place.until() : end;
            if (first.isAfter(last)) {
                continue;
            }
            List<Integer> stays = first.datesUntil(last.plusDays(1))
                    .filter(minutes::containsKey)
                    .map(minutes::get)
                    .toList();
            List<Integer> noted = stays.stream().filter(one -> one > 0).sorted().toList();
            book.count(
                    BuTable.FREMMOEDE,
                    child,
                    end.isBefore(setting.back(child)) ? Fate.FILTERED : Fate.MAPPED,
                    Seen.of(child.id(), "carehours", child.shownName(), place.name(), month)
                            .and(
                                    ChronoUnit.DAYS.between(first, last) + 1,
                                    stays.size(),
                                    stays.size() - noted.size(),
                                    noted.stream().mapToInt(one -> one).sum(),
                                    middle(noted)));
        }
    }

    private static String middle(List<Integer> sorted) {
        int size = sorted.size();
        if (size == 0) {
            return "";
        }
        return BigDecimal.valueOf(sorted.get((size - 1) / 2) + sorted.get(size / 2))
                .divide(BigDecimal.valueOf(2))
                .stripTrailingZeros()
                .toPlainString();
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
