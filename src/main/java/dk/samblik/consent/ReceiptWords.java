package dk.samblik.consent;

import dk.samblik.household.CivilClock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** How a receipt says things in the language of the person it is for, which need not be that of whoever shows it. */
record ReceiptWords(MessageSource messages, Locale locale) {

    /** The languages there are texts in; the first is spoken where none is asked for. */
    static final List<Locale> SPOKEN = List.of(Locale.forLanguageTag("da-DK"), Locale.forLanguageTag("en-GB"));

    /** Words in the language of this code; Danish where there are none in it. */
    static ReceiptWords in(MessageSource messages, String code) {
        Locale locale = SPOKEN.stream()
                .filter(spoken -> spoken.getLanguage().equals(code))
                .findFirst()
                .orElse(SPOKEN.get(0));
        return new ReceiptWords(messages, locale);
    }

    /** The text of a key. */
    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** The text of a key where there is one, else the other text. */
    String sayOr(String key, String otherwise) {
        return messages.getMessage(key, null, otherwise, locale);
    }

    /** 12. marts 2026 */
    String date(LocalDate date) {
        return written("format.date.long", date);
    }

    /** 12. mar. 2026, for tables */
    String shortDate(LocalDate date) {
        return written("format.date", date);
    }

    /** 12. marts 2026 kl. 05.04 */
    String moment(OffsetDateTime moment) {
        ZonedDateTime local = moment.atZoneSameInstant(CivilClock.COPENHAGEN);
        return say("format.moment", date(local.toLocalDate()), written("format.time", local));
    }

    /** 1 år, 6 måneder */
    String period(Period period) {
        List<String> parts = new ArrayList<>();
        part(parts, "years", period.getYears());
        part(parts, "months", period.getMonths());
        part(parts, "days", period.getDays());
        return list(parts);
    }

    private void part(List<String> parts, String unit, int number) {
        if (number > 0) {
            parts.add(say("receipt." + unit + (number == 1 ? ".one" : ".many"), number));
        }
    }

    /** a, b og c */
    String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        int last = items.size() - 1;
        return say("format.list", String.join(", ", items.subList(0, last)), items.get(last));
    }

    /** Who may see something, by the code of the consent record; an association by its name. */
    String recipient(String code) {
        int name = code.indexOf(':');
        return name < 0
                ? sayOr("receipt.recipient." + code, code)
                : say("receipt.recipient." + code.substring(0, name), code.substring(name + 1));
    }

    private String written(String key, TemporalAccessor value) {
        return DateTimeFormatter.ofPattern(say(key), locale).format(value);
    }
}
