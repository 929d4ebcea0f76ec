package dk.samblik.notice;

import dk.samblik.household.CivilClock;
import dk.samblik.notice.News.Told;
import dk.samblik.notice.Notices.Page;
import dk.samblik.team.Sentences;
import dk.samblik.team.Words;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Member;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What happened in a reader's households in words, by day and newest first. {@code until} is the newest notice shown: what
 * comes after it is not marked as read with the rest.
 */
public record NewsScreen(boolean unreadOnly, int unread, long until, List<Day> days, int page, int pages) {

    /** The days of a page. */
    public record Day(LocalDate date, List<Line> lines) {}

    /** What one version of a household's view brought; {@code household} and {@code id} are ends of an address. */
    public record Line(
            long id,
            String household,
            String number,
            String names,
            LocalTime at,
            boolean unread,
            List<String> sentences) {}

    static NewsScreen of(List<Told> told, Page page, int number, boolean unreadOnly, int unread, Words words) {
        Map<LocalDate, List<Line>> days = new LinkedHashMap<>();
        told.forEach(one -> days.computeIfAbsent(words.dayOf(one.notice().published()), day -> new ArrayList<>())
                .add(line(one, words)));
        long until = told.stream().mapToLong(one -> one.notice().id()).max().orElse(0);
        return new NewsScreen(
                unreadOnly,
                unread,
                until,
                days.entrySet().stream()
                        .map(day -> new Day(day.getKey(), day.getValue()))
                        .toList(),
                number,
                page.pages());
    }

    private static Line line(Told told, Words words) {
        HouseholdView view = told.view();
        Sentences sentences = Sentences.of(view, words);
        return new Line(
                told.notice().id(),
                told.notice().household().toString(),
                view.frame().number(),
                words.list(adults(view)),
                told.notice().published().atZone(CivilClock.COPENHAGEN).toLocalTime(),
                told.notice().unread(),
                told.changes().stream()
                        .map(change ->
                                view.addressesHidden() ? sentences.nameless(change) : sentences.withDepartment(change))
                        .distinct()
                        .toList());
    }

    /** Somebody protected stands in no list (domain reference, 3.3); the household is known by its number. */
    private static List<String> adults(HouseholdView view) {
        return view.members().stream()
                .filter(member -> member.kind() == Member.Kind.ADULT && !member.protectedAddress())
                .map(Member::firstName)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The address of another page with the same choice. */
    public String address(int other) {
        return "/nyt?" + (unreadOnly ? "ulaeste=1&" : "") + "side=" + other;
    }
}
