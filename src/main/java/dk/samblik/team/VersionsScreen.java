package dk.samblik.team;

import dk.samblik.household.Department;
import dk.samblik.view.Change;
import dk.samblik.view.Changes;
import dk.samblik.view.Frame;
import dk.samblik.view.Frame.Participant;
import dk.samblik.view.Frame.Scope;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Kept;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kept versions of one household in words, newest first, as their reader may see them. */
final class VersionsScreen {

    private final HouseholdView whole;
    private final List<Kept> kept;
    private final Seeing seeing;
    private final Words words;

    VersionsScreen(HouseholdView whole, List<Kept> kept, Seeing seeing, Words words) {
        this.whole = whole;
        this.kept = kept;
        this.seeing = seeing;
        this.words = words;
    }

    /**
     * One version: what made it and how much it changed. {@code before} is the version before it, null where that is not
     * kept; {@code latest}: it is the one that stands.
     */
    public record Row(
            int number,
            @Nullable Instant at,
            String made,
            String changes,
            @Nullable Integer before,
            boolean latest) {}

    /** What is different from one version to a later one, each change a sentence with its department, or none. */
    public record Difference(HouseholdView from, HouseholdView to, List<String> changes, List<String> lapsed) {}

    /** The view as it stands, as this reader may see it. */
    public HouseholdView view() {
        return seeing.of(whole);
    }

    /** Who is in the household. */
    public People people() {
        return new People(view(), words);
    }

    /** All that are kept, newest first. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int at = 0; at < kept.size(); at++) {
            Frame frame = kept.get(at).view().frame();
            Kept before = at + 1 < kept.size() ? kept.get(at + 1) : null;
            List<Change> changes = before == null
                    ? List.of()
                    : changes(before.view(), kept.get(at).view());
            rows.add(new Row(
                    frame.version(),
                    frame.published(),
                    made(kept.get(at).made(), changes),
                    before == null ? first(frame.version()) : words.count("version.changes", changes.size()),
                    before == null ? null : before.view().frame().version(),
                    frame.version() == whole.frame().version()));
        }
        return rows;
    }

    private String first(int version) {
        return words.say(version == 1 ? "version.first" : "version.oldest");
    }

    private String made(Kept.@Nullable Made made, List<Change> changes) {
        boolean consent = changes.stream().map(Change::kind).anyMatch(VersionsScreen::ofConsent);
        String run = run(made);
        return consent ? run + ". " + words.say("version.consent") : run;
    }

    private String run(Kept.@Nullable Made made) {
        if (made == null) {
            return words.say("version.made.gone");
        }
        return made.role() == null
                ? words.say("version.made." + made.kind())
                : words.say(
                        "version.made.by",
                        words.say("oversight.role." + made.role()).toLowerCase(Locale.ROOT));
    }

    private static boolean ofConsent(Change.Kind kind) {
        return switch (kind) {
            case CONSENT_WITHDRAWN, CONSENT_ENDED, CONSENT_GIVEN, CONSENT_CHANGED -> true;
            default -> false;
        };
    }

    private List<Change> changes(HouseholdView before, HouseholdView after) {
        return Changes.between(seeing.of(before), seeing.of(after));
    }

    /** From one version to a later one; null where one of them is not kept. */
    public @Nullable Difference difference(int from, int to) {
        Optional<HouseholdView> before = find(from);
        Optional<HouseholdView> after = find(to);
        if (before.isEmpty() || after.isEmpty()) {
            return null;
        }
        Sentences sentences = new Sentences(new People(seeing.of(after.get()), words), words);
        return new Difference(
                before.get(),
                after.get(),
                changes(before.get(), after.get()).stream()
                        .map(sentences::withDepartment)
                        .toList(),
                lapsed(before.get().frame(), whole.frame(), people(), words));
    }

    private Optional<HouseholdView> find(int version) {
        return kept.stream()
                .map(Kept::view)
                .filter(view -> view.frame().version() == version)
                .findFirst();
    }

    /** Whose consent covered what then and does not any more, a sentence for each: that is taken out of the version. */
    static List<String> lapsed(Frame then, Frame now, People people, Words words) {
        List<String> lapsed = new ArrayList<>();
        for (Participant participant : then.participants()) {
            Map<Department, Scope> still = now.participants().stream()
                    .filter(one -> one.id().equals(participant.id()))
                    .findFirst()
                    .map(Participant::scopes)
                    .orElse(Map.of());
            List<String> gone = participant.scopes().entrySet().stream()
                    .filter(scope -> !covers(still.get(scope.getKey()), scope.getValue()))
                    .map(scope -> words.say("department." + scope.getKey()))
                    .sorted()
                    .toList();
            if (!gone.isEmpty()) {
                lapsed.add(words.say("version.lapsed", people.name(participant.id()), words.list(gone)));
            }
        }
        return lapsed;
    }

    private static boolean covers(@Nullable Scope now, Scope then) {
        return now != null && now.categories().containsAll(then.categories());
    }
}
