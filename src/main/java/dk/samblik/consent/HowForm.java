package dk.samblik.consent;

import dk.samblik.consent.DeskDraft.Heard;
import dk.samblik.consent.DeskDraft.How;
import dk.samblik.consent.DeskDraft.Identity;
import dk.samblik.consent.DeskDraft.Method;
import dk.samblik.consent.DeskDraft.Signed;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the third step: what somebody filled in, checked field by field, in the order of the page. */
record HowForm(
        Map<String, String> fields,
        List<DeskMember> children,
        List<Signer> signers,
        DeskSettings settings,
        DeskWords words) {

    private static final int LONGEST_REFERENCE = 100;
    private static final Pattern NUMBER = Pattern.compile("\\d{6}[- ]?\\d{4}");

    /** Somebody who signs, by what the desk calls them, for all they sign. */
    record Signer(String key, String name) {

        /** How the names of the fields of the day begin. */
        String day() {
            return "dato-" + key;
        }

        String method() {
            return "maade-" + key;
        }
    }

    /** What was filled in, as far as it holds; empty when something must be put right. */
    Optional<How> read(FormMistakes mistakes, HouseholdAtDesk household) {
        Method method = choice("maade", Method.values(), "consent.err.how", mistakes);
        Identity identity = choice("legitimation", Identity.values(), "consent.err.identity", mistakes);
        LocalDate given = given(mistakes);
        Map<String, Signed> signed = given == null || method == null ? Map.of() : signed(given, method, mistakes);
        LocalDate last = given == null ? null : last(lastSigned(given, signed), mistakes);
        String language = language(mistakes);
        Map<String, Heard> heard = heard(household, mistakes);
        String reference = reference(mistakes);
        if (!mistakes.none() || method == null || identity == null || given == null || last == null) {
            return Optional.empty();
        }
        return Optional.of(new How(
                method, identity, given, signed, last, language, said("tolk"), said("letlaest"), reference, heard));
    }

    private static LocalDate lastSigned(LocalDate given, Map<String, Signed> signed) {
        return Stream.concat(Stream.of(given), signed.values().stream().map(Signed::day))
                .max(Comparator.naturalOrder())
                .orElse(given);
    }

    /** Those who signed on another day or in another form than the rest. */
    private Map<String, Signed> signed(LocalDate given, Method method, FormMistakes mistakes) {
        Map<String, Signed> signed = new HashMap<>();
        for (Signer signer : signers) {
            ThreeFields written = ThreeFields.of(signer.day(), fields);
            Optional<Method> form = Arrays.stream(Method.values())
                    .filter(value -> value.name().equals(fields.get(signer.method())))
                    .findFirst();
            if (written.empty() && form.isEmpty()) {
                continue;
            }
            String at = signer.day() + "-dag";
            LocalDate day =
                    written.empty() ? given : date(written, at, mistakes).orElse(given);
            if (day.isAfter(words.today())) {
                mistakes.add(at, words.say("consent.err.date.future"));
            }
            signed.put(signer.key(), new Signed(day, form.orElse(method)));
        }
        return signed;
    }

    private boolean said(String field) {
        return fields.containsKey(field);
    }

    private <T extends Enum<T>> @Nullable T choice(String field, T[] values, String wrong, FormMistakes mistakes) {
        Optional<T> chosen = Arrays.stream(values)
                .filter(value -> value.name().equals(fields.get(field)))
                .findFirst();
        if (chosen.isEmpty()) {
            mistakes.add(field + "-" + values[0].name(), words.say(wrong));
        }
        return chosen.orElse(null);
    }

    private @Nullable LocalDate given(FormMistakes mistakes) {
        ThreeFields written = ThreeFields.of("dato", fields);
        String at = "dato-dag";
        if (written.empty()) {
            mistakes.add(at, words.say("consent.err.date.empty"));
            return null;
        }
        Optional<LocalDate> date = date(written, at, mistakes);
        if (date.filter(day -> day.isAfter(words.today())).isPresent()) {
            mistakes.add(at, words.say("consent.err.date.future"));
        }
        return date.orElse(null);
    }

    private @Nullable LocalDate last(LocalDate given, FormMistakes mistakes) {
        ThreeFields written = ThreeFields.of("slut", fields);
        String at = "slut-dag";
        LocalDate latest = settings.lastDay(given);
        LocalDate last = written.empty() ? latest : date(written, at, mistakes).orElse(null);
        if (last == null) {
            return null;
        }
        if (!last.isAfter(given)) {
            mistakes.add(at, words.say("consent.err.end", words.date(given)));
        } else if (last.isAfter(latest)) {
            mistakes.add(at, words.say("consent.err.end.late", words.date(latest)));
        } else if (last.isBefore(words.today())) {
            mistakes.add(at, words.say("consent.err.end.past"));
        }
        return last;
    }

    private Optional<LocalDate> date(ThreeFields written, String at, FormMistakes mistakes) {
        Optional<String> missing = written.missing();
        Optional<LocalDate> date = written.date();
        if (missing.isPresent()) {
            mistakes.add(at, words.say("consent.err.date.part", words.say(missing.get())));
        } else if (date.isEmpty()) {
            mistakes.add(at, words.say("consent.err.date.wrong"));
        }
        return date;
    }

    private String language(FormMistakes mistakes) {
        String chosen = fields.getOrDefault("sprog", "");
        if (!settings.languages().contains(chosen)) {
            mistakes.add("sprog", words.say("consent.err.language"));
        }
        return chosen;
    }

    private Map<String, Heard> heard(HouseholdAtDesk household, FormMistakes mistakes) {
        Map<String, Heard> heard = new HashMap<>();
        for (DeskMember child : children) {
            String field = "hoert-" + child.id();
            Arrays.stream(Heard.values())
                    .filter(value -> value.name().equals(fields.get(field)))
                    .findFirst()
                    .ifPresentOrElse(
                            value -> heard.put(child.id().toString(), value),
                            () -> mistakes.add(
                                    field + "-" + Heard.YES,
                                    words.say("consent.err.heard", words.name(household, child))));
        }
        return heard;
    }

    private @Nullable String reference(FormMistakes mistakes) {
        String written = fields.getOrDefault("reference", "").strip();
        if (written.length() > LONGEST_REFERENCE) {
            mistakes.add("reference", words.say("consent.err.reference", LONGEST_REFERENCE));
        } else if (NUMBER.matcher(written).find()) {
            mistakes.add("reference", words.say("consent.err.reference.cpr"));
        }
        return written.isEmpty() ? null : written;
    }

    @Override
    public String toString() {
        return "HowForm[" + fields.size() + "]";
    }
}
