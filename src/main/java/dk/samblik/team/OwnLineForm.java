package dk.samblik.team;

import dk.samblik.consent.FormMistakes;
import dk.samblik.consent.ThreeFields;
import dk.samblik.household.PersonId;
import dk.samblik.meeting.OwnLine;
import dk.samblik.meeting.OwnLine.Kind;
import dk.samblik.meeting.OwnLine.Written;
import dk.samblik.meeting.OwnLines.Opened;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A wish or an agreement as somebody writes it; {@code line} is empty for a new one. */
record OwnLineForm(String line, int revision, String text, String who, Set<String> about, ThreeFields due) {

    private static final String DUE = "frist";

    static OwnLineForm of(MultiValueMap<String, String> form) {
        return new OwnLineForm(
                first(form, "linje"),
                OwnPages.number(form.getFirst("revision")),
                first(form, "tekst").replaceAll("\\s+", " "),
                first(form, "hvem").replaceAll("\\s+", " "),
                Set.copyOf(form.getOrDefault("om", List.of())),
                ThreeFields.of(DUE, form.toSingleValueMap()));
    }

    private static String first(MultiValueMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** An empty one, about nobody yet: nothing is chosen beforehand. */
    static OwnLineForm empty() {
        return new OwnLineForm("", 0, "", "", Set.of(), ThreeFields.of(DUE, (LocalDate) null));
    }

    /** One that is there, to be changed. */
    static OwnLineForm of(OwnLine line) {
        return new OwnLineForm(
                line.id().toString(),
                line.revision(),
                line.text(),
                line.who(),
                line.about().stream().map(PersonId::toString).collect(Collectors.toSet()),
                ThreeFields.of(DUE, line.due()));
    }

    /** The line it changes, as its page was opened on it; empty for a new one, and for what is no line. */
    Optional<Opened> opened() {
        try {
            return line.isEmpty() ? Optional.empty() : Optional.of(new Opened(UUID.fromString(line), revision));
        } catch (IllegalArgumentException noLine) {
            return Optional.empty();
        }
    }

    /** Whether it is about one of these members. */
    public boolean chosen(String member) {
        return about.contains(member);
    }

    /** What was written about these members, where nothing is to be put right; else what. */
    Optional<Written> read(Kind kind, List<PersonId> members, FormMistakes mistakes, Words words) {
        if (text.isEmpty()) {
            mistakes.add("tekst", words.say("own.err.text." + kind));
        } else if (text.length() > OwnLine.LONGEST) {
            mistakes.add("tekst", words.say("own.err.long", OwnLine.LONGEST));
        }
        Set<PersonId> chosen = members.stream()
                .filter(member -> about.contains(member.toString()))
                .collect(Collectors.toSet());
        if (chosen.isEmpty()) {
            mistakes.add("om-0", words.say("own.err.about." + kind));
        }
        LocalDate last = null;
        if (kind == Kind.AGREEMENT) {
            if (who.isEmpty()) {
                mistakes.add("hvem", words.say("own.err.who"));
            } else if (who.length() > OwnLine.LONGEST_WHO) {
                mistakes.add("hvem", words.say("own.err.long", OwnLine.LONGEST_WHO));
            }
            last = last(mistakes, words);
        }
        String by = kind == Kind.AGREEMENT ? who : "";
        return mistakes.none() ? Optional.of(new Written(chosen, text, by, last)) : Optional.empty();
    }

    private @Nullable LocalDate last(FormMistakes mistakes, Words words) {
        if (!due.empty() && due.missing().isPresent()) {
            mistakes.add(
                    DUE + "-dag",
                    words.say("consent.err.date.part", words.say(due.missing().get())));
        } else if (!due.empty() && due.date().isEmpty()) {
            mistakes.add(DUE + "-dag", words.say("consent.err.date.wrong"));
        }
        return due.date().orElse(null);
    }
}
