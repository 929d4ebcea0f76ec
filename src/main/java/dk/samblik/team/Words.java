package dk.samblik.team;

import dk.samblik.household.CivilClock;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * How a page says things in the language of its reader: texts of the message files, dates, times and numbers. Every
 * instant is read by the clock of Copenhagen; a date without an hour never gets one.
 */
public final class Words {

    private static final char NO_BREAK = '\u00A0';

    private final MessageSource messages;
    private final Locale locale;
    private final CivilClock clock;
    private final Called.By called;
    private final Set<String> areas;

    /** Where no programme is known. */
    public Words(MessageSource messages, Locale locale, CivilClock clock) {
        this(messages, locale, clock, Called.By.NO_PROGRAMME, Set.of());
    }

    /** As the other, for a reader who works in these areas. */
    Words(MessageSource messages, Locale locale, CivilClock clock, Called.By called, Set<String> areas) {
        this.messages = messages;
        this.locale = locale;
        this.clock = clock;
        this.called = called;
        this.areas = Set.copyOf(areas);
    }

    /** The same in Danish, for what goes to somebody else than the reader. */
    Words inDanish() {
        return new Words(messages, Locale.forLanguageTag("da"), clock, called, areas);
    }

    /** What the coordinator of a household in this area is called. */
    public Called called(String area) {
        return called.of(Set.of(area), locale);
    }

    /** What coordinators are called where the reader works. */
    public Called called() {
        return called.of(areas, locale);
    }

    /** The language of the page, for its {@code lang}. */
    public String language() {
        return locale.getLanguage();
    }

    /** The text of a key. */
    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** The text of a key where there is one, else the text given: what a register wrote is shown as it stands. */
    public String sayOr(String key, String otherwise) {
        return messages.getMessage(key, null, otherwise, locale);
    }

    /** The text of a key and a count: {@code key.one} for 1, {@code key.many} for others. */
    public String count(String key, long number) {
        return say(key + (number == 1 ? ".one" : ".many"), number(number));
    }

    /** 12. mar. 2026 */
    public String date(LocalDate date) {
        return written("format.date", date);
    }

    /** 12. marts 2026 */
    public String longDate(LocalDate date) {
        return written("format.date.long", date);
    }

    /** mar. 2026 */
    public String month(YearMonth month) {
        return written("format.month", month);
    }

    /** tors. 12. mar. */
    public String day(LocalDate date) {
        return written("format.day", date);
    }

    /** kl. 05.04 */
    public String time(LocalTime time) {
        return written("format.time", time);
    }

    /** since 12. jan. 2026, from 1. dec. 2026, or both ends. */
    public String period(@Nullable LocalDate from, @Nullable LocalDate until) {
        if (from == null) {
            return until == null ? "" : say("format.until", date(until));
        }
        if (until == null || until.getYear() == 9999) {
            return say(from.isAfter(clock.today()) ? "format.from" : "format.since", date(from));
        }
        return date(from) + " – " + date(until);
    }

    /** The day, with today, yesterday or "3 days ago" put first within a week. */
    public String ago(LocalDate date) {
        long days = ChronoUnit.DAYS.between(date, clock.today());
        if (days < 0 || days > 7) {
            return date(date);
        }
        return say("format.ago." + (days < 2 ? days : "many"), days, date(date));
    }

    /** I dag, 12. marts 2026, as a heading. */
    public String longDay(LocalDate date) {
        long days = ChronoUnit.DAYS.between(date, clock.today());
        if (days != 0 && days != 1) {
            return longDate(date);
        }
        String near = say("format.day." + days);
        return near.substring(0, 1).toUpperCase(locale) + near.substring(1) + ", " + longDate(date);
    }

    /** i dag kl. 05.04, or the date and the hour. */
    public String moment(Instant instant) {
        ZonedDateTime local = instant.atZone(CivilClock.COPENHAGEN);
        long days = ChronoUnit.DAYS.between(local.toLocalDate(), clock.today());
        String day = days == 0 || days == 1 ? say("format.day." + days) : date(local.toLocalDate());
        return midnight(local) ? day : say("format.moment", day, time(local.toLocalTime()));
    }

    /** 12. mar. 2026 kl. 05.04.11, for operations. */
    public String exact(Instant instant) {
        ZonedDateTime local = instant.atZone(CivilClock.COPENHAGEN);
        return midnight(local) ? date(local.toLocalDate()) : written("format.exact", local);
    }

    /** A source that gives a day and no hour is read as midnight; the page then says the day alone. */
    private static boolean midnight(ZonedDateTime local) {
        return local.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    /** kl. 10.02.11 */
    public String hour(Instant instant) {
        return written("format.hour", instant.atZone(CivilClock.COPENHAGEN));
    }

    /** The day of an instant in Copenhagen. */
    public LocalDate dayOf(Instant instant) {
        return instant.atZone(CivilClock.COPENHAGEN).toLocalDate();
    }

    /** Today in Copenhagen. */
    public LocalDate today() {
        return clock.today();
    }

    /** 1.234 */
    public String number(long number) {
        return String.format(locale, "%,d", number);
    }

    /** 3,5 */
    public String decimal(BigDecimal number) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(number);
    }

    /** 18,4 %, from tenths of a per cent. */
    public String percent(int permille) {
        String number = permille % 10 == 0 ? number(permille / 10) : String.format(locale, "%.1f", permille / 10.0);
        return say("format.percent", number, String.valueOf(NO_BREAK));
    }

    /** 2 min. 14 sek. */
    public String took(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return say("format.seconds.under");
        }
        long minutes = duration.toMinutes();
        String seconds = say("format.seconds", duration.toSecondsPart());
        return minutes == 0 ? seconds : say("format.minutes", minutes) + " " + seconds;
    }

    /** 0,9 s */
    public String millis(Duration duration) {
        return String.format(locale, "%.1f s", duration.toMillis() / 1000.0);
    }

    /** A version of mapping rules: its mark alone, as the register stands beside it wherever it is shown. */
    public String rules(String version) {
        return version.substring(version.indexOf('@') + 1);
    }

    /** a, b og c */
    public String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        int last = items.size() - 1;
        return say("format.list", String.join(", ", items.subList(0, last)), items.get(last));
    }

    private String written(String key, TemporalAccessor value) {
        return DateTimeFormatter.ofPattern(say(key), locale).format(value);
    }
}
