package dk.samblik.consent;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.support.StaticMessageSource;

/** Any fields as the consent desk's forms: what is wrong is said field by field, and what is taken holds the desk's rules. */
public final class FuzzedForm {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final List<String> FIELDS = List.of(
            "maade",
            "legitimation",
            "dato-dag",
            "dato-maaned",
            "dato-aar",
            "slut-dag",
            "slut-maaned",
            "slut-aar",
            "sprog",
            "tolk",
            "letlaest",
            "reference",
            "dato-1-dag",
            "dato-1-maaned",
            "dato-1-aar",
            "maade-1",
            "hvem",
            "hvad",
            "status");
    private static final List<String> WORDS = List.of(
            "WRITTEN",
            "DIGITAL",
            "ORAL",
            "KNOWN",
            "MITID",
            "da",
            "en",
            "1",
            "30",
            "11",
            "2026",
            "2027",
            "alle",
            "alt",
            "kilde-SOCIAL",
            "oplysning-TENANCY",
            "modtager-x",
            "ACTIVE",
            "2",
            "29",
            "9999",
            "0",
            "12");
    private static final Pattern NUMBER = Pattern.compile("\\d{6}[- ]?\\d{4}");
    private static final HouseholdAtDesk HOUSEHOLD =
            new HouseholdAtDesk(HouseholdId.random(), "H-1", "Nord", List.of(), 0, 0);

    private static DeskWords words = words();
    private static DeskSettings settings = settings();

    private FuzzedForm() {}

    private static DeskWords words() {
        StaticMessageSource keys = new StaticMessageSource();
        keys.setUseCodeAsDefaultMessage(true);
        keys.addMessage("format.date.long", Locale.ENGLISH, "d. MMMM yyyy");
        return new DeskWords(keys, Locale.ENGLISH, TODAY);
    }

    private static DeskSettings settings() {
        return new DeskSettings(
                "P",
                "1",
                "N",
                "G",
                "G",
                Period.ofMonths(12),
                Period.ofMonths(12),
                null,
                Period.ofYears(5),
                List.of("da", "en"),
                null);
    }

    /** Called before the first input, so that what the class needs is made outside any input's time. */
    public static void fuzzerInitialize() {
        words = words();
        settings = settings();
    }

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        Map<String, String> fields = new HashMap<>();
        int many = data.consumeInt(0, FIELDS.size());
        for (int i = 0; i < many; i++) {
            String field = data.pickValue(FIELDS);
            fields.put(field, data.consumeBoolean() ? data.pickValue(WORDS) : data.consumeString(120));
        }
        how(fields);
        ending(fields);
        list(fields);
        renewal(fields);
    }

    private static void how(Map<String, String> fields) {
        FormMistakes mistakes = new FormMistakes();
        HowForm form = new HowForm(fields, List.of(), List.of(new HowForm.Signer("1", "A")), settings, words);
        Optional<DeskDraft.How> read = form.read(mistakes, HOUSEHOLD);
        check(read.isPresent() == mistakes.none(), "what is refused is told, and nothing else is");
        read.ifPresent(how -> {
            check(!how.given().isAfter(TODAY), "given by today");
            check(how.lastDay().isAfter(how.given()) && !how.lastDay().isBefore(TODAY), "a last day ahead");
            check(settings.languages().contains(how.language()), "a language");
            String reference = how.reference();
            check(reference == null || !NUMBER.matcher(reference).find(), "no number of a person");
        });
    }

    private static void ending(Map<String, String> fields) {
        EndingForm form = new EndingForm(fields.get("hvem"), fields.get("hvad"), null, null);
        form.what().ifPresent(what -> {
            if (what instanceof Withdrawn.Source one) {
                check(one.source() == Department.valueOf(fields.get("hvad").substring(6)), "that source");
            }
            if (what instanceof Withdrawn.Kind one) {
                check(one.category() == Category.valueOf(fields.get("hvad").substring(10)), "that kind");
            }
        });
    }

    /** What the address says is what is chosen, and says it again. */
    private static void list(Map<String, String> fields) {
        ListChoice choice = new ListChoice(fields.get("status"), fields.get("tolk"), null);
        check(choice.address(1).matches("/samtykker\\?(status=[A-Z_]+&)?side=1"), "an address of our words");
    }

    private static void renewal(Map<String, String> fields) {
        RenewalForm form = new RenewalForm(
                null,
                fields.get("maade"),
                fields.get("dato-dag"),
                fields.get("dato-maaned"),
                fields.get("dato-aar"),
                fields.get("slut-dag"),
                fields.get("slut-maaned"),
                fields.get("slut-aar"),
                fields.get("reference"),
                null);
        form.given();
        form.end();
        form.evidence();
    }

    private static void check(boolean holds, String promise) {
        if (!holds) {
            throw new IllegalStateException(promise);
        }
    }
}
