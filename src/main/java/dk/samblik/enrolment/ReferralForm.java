package dk.samblik.enrolment;

import dk.samblik.consent.FormMistakes;
import dk.samblik.consent.TickBox;
import dk.samblik.programme.Programme;
import dk.samblik.team.Words;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was filled in about a family that is referred: {@code omraade} an area, {@code grund} the codes of criteria, {@code
 * fra} who refers, {@code navn} and {@code adresse} to whom a letter goes, {@code beskyttet} that the address is protected, {@code alligevel} that it is right though the
 * population register does not know it.
 */
record ReferralForm(
        @Nullable String omraade,
        @Nullable List<String> grund,
        @Nullable String fra,
        @Nullable String navn,
        @Nullable String adresse,
        @Nullable String beskyttet,
        @Nullable String alligevel) {

    /** Who may refer; no name, and no department that would tell of a case. */
    static final List<String> FROM = List.of("FAMILY", "SCHOOL", "HOUSING", "MUNICIPALITY", "OTHER");

    static final ReferralForm EMPTY = new ReferralForm(null, null, null, null, null, null, null);

    private static final int MOST = 120;

    /** The page: what may be chosen, and what was. */
    record Screen(List<String> areas, List<Programme.Criterion> criteria, List<String> from, ReferralForm form) {

        static Screen of(List<Programme> open, Set<String> areas, ReferralForm form) {
            return new Screen(
                    open.stream()
                            .flatMap(one -> one.areas().stream())
                            .map(area -> area.name())
                            .filter(areas::contains)
                            .sorted()
                            .toList(),
                    open.stream()
                            .flatMap(one -> one.criteria().stream())
                            .distinct()
                            .toList(),
                    FROM,
                    form);
        }

        /** The reasons there are, ticked as they were sent. */
        public List<TickBox> boxes() {
            return criteria.stream()
                    .map(one -> new TickBox(one.code(), one.text(), form.chosen(one.code())))
                    .toList();
        }
    }

    /** Whether this one of the criteria was chosen. */
    boolean chosen(String criterion) {
        return grund != null && grund.contains(criterion);
    }

    /** Says what is missing or too much, at the field it stands at. */
    void check(List<Programme> open, Set<String> areas, FormMistakes mistakes, Words words) {
        Screen screen = Screen.of(open, areas, this);
        if (!screen.areas().contains(String.valueOf(omraade))) {
            mistakes.add("omraade", words.say("referral.err.area"));
        }
        if (written(navn).isEmpty()) {
            mistakes.add("navn", words.say("referral.err.name"));
        }
        if (written(navn).length() > MOST || written(adresse).length() > MOST) {
            mistakes.add("navn", words.say("referral.err.long", words.number(MOST)));
        }
        boolean some = screen.criteria().stream().anyMatch(one -> chosen(one.code()));
        if (!some) {
            mistakes.add("grund-0", words.say("referral.err.criteria"));
        }
        if (!FROM.contains(String.valueOf(fra))) {
            mistakes.add("fra", words.say("referral.err.from"));
        }
    }

    /** The programme of the area that was chosen. */
    Programme programme(List<Programme> open) {
        String area = Objects.requireNonNull(omraade, "checked before");
        return open.stream().filter(one -> one.holds(area)).findFirst().orElseThrow();
    }

    /** The address by which the household must be known, so that it is not drawn; empty where nobody needs to know it. */
    Optional<String> sought(Programme programme) {
        return Optional.of(written(adresse))
                .filter(text -> programme.by(Programme.Mode.DRAW) && beskyttet == null && !text.isEmpty());
    }

    /** The referral, where nothing is to be put right; {@code place} the key of its address, where that is known. */
    Candidates.Referral referral(Programme programme, @Nullable String place) {
        return new Candidates.Referral(
                programme.code(),
                Objects.requireNonNull(omraade, "checked before"),
                programme.criteria().stream()
                        .map(Programme.Criterion::code)
                        .filter(this::chosen)
                        .toList(),
                Objects.requireNonNull(fra, "checked before"),
                new Addressee(written(navn), beskyttet == null ? written(adresse) : ""),
                beskyttet != null,
                place);
    }

    private static String written(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
