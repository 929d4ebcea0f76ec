package dk.samblik.team;

import dk.samblik.mapping.Coded;
import dk.samblik.mapping.Fact;
import dk.samblik.view.CalendarEntry;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Income;
import dk.samblik.view.Lane;
import dk.samblik.view.Sourced;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Words of other professions that stand in a part of the page, each explained for the rest of the team. A word begins a word
 * of what the register wrote; a law is known by its short name and paragraph. What nobody explained yet is left out.
 */
final class Terms {

    private static final List<String> WORDS = List.of(
            "kontanthjælp",
            "sygedagpenge",
            "dagpenge",
            "ressourceforløb",
            "jobafklaring",
            "revalidering",
            "ledighedsydelse",
            "fleksjob",
            "førtidspension",
            "seniorpension",
            "boligsikring",
            "boligydelse",
            "aktivitetsparat",
            "jobparat",
            "mentor",
            "virksomhedspraktik",
            "løntilskud",
            "nytteindsats",
            "ppr",
            "børnefaglig undersøgelse",
            "familiebehandling",
            "netværksmøde",
            "støtte- og kontaktperson",
            "socialpædagogisk");
    private static final Map<String, Pattern> BEGINNINGS = WORDS.stream()
            .collect(Collectors.toMap(
                    word -> word,
                    word -> Pattern.compile(
                            "(?<!\\p{L})" + Pattern.quote(word), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                    (one, other) -> one,
                    LinkedHashMap::new));
    private static final Pattern LAW = Pattern.compile("^(\\p{Lu}+) § (\\d+)");

    private final HouseholdView view;
    private final Words words;

    Terms(HouseholdView view, Words words) {
        this.view = view;
        this.words = words;
    }

    /** A word or a paragraph of law as the register writes it, and what it means. */
    public record Term(String word, String meaning) {}

    /** Those that stand in a part, in a fixed order; empty where there is nothing to explain. */
    List<Term> in(Part part) {
        List<String> texts = texts(part).filter(Objects::nonNull).distinct().toList();
        List<Term> terms = new ArrayList<>();
        BEGINNINGS.forEach((word, begins) -> {
            if (texts.stream().anyMatch(text -> begins.matcher(text).find())) {
                terms.add(new Term(word.equals("ppr") ? "PPR" : word, words.say("term." + word.replace(' ', '-'))));
            }
        });
        texts.stream().sorted().forEach(text -> law(text, terms));
        return terms.stream().distinct().toList();
    }

    private void law(String text, List<Term> terms) {
        Matcher law = LAW.matcher(text);
        if (law.find()) {
            String act = words.sayOr("term.law." + law.group(1), "");
            String paragraph = words.sayOr("term.law." + law.group(1) + "." + law.group(2), "");
            if (!act.isEmpty()) {
                terms.add(new Term(law.group(), paragraph.isEmpty() ? act : act + ": " + paragraph));
            }
        }
    }

    private Stream<@Nullable String> texts(Part part) {
        return switch (part) {
            case MEASURES ->
                view.measures().stream()
                        .map(Sourced::fact)
                        .flatMap(measure -> Stream.of(text(measure.kind()), measure.law()));
            case BENEFITS -> view.incomes().stream().flatMap(Terms::texts);
            case LANES ->
                view.lanes().stream()
                        .map(Lane::open)
                        .flatMap(List::stream)
                        .map(Sourced::fact)
                        .map(Terms::text);
            case DATES -> view.calendar().stream().map(CalendarEntry::what).map(Terms::text);
            case MEMBERS, CHILDREN, HOUSING -> Stream.empty();
        };
    }

    private static Stream<@Nullable String> texts(Income income) {
        return Stream.concat(
                income.benefits().stream().map(benefit -> text(benefit.fact().kind())),
                income.classifications().stream().map(group -> text(group.fact().targetGroup())));
    }

    private static @Nullable String text(Fact.Case one) {
        return text(one.subject() == null ? one.kind() : one.subject());
    }

    private static @Nullable String text(@Nullable Coded coded) {
        return coded == null ? null : coded.text();
    }
}
