package dk.samblik.effect;

import dk.samblik.effect.IndicatorFile.NotCollected;
import dk.samblik.effect.Releases.Kept;
import dk.samblik.programme.Programme;
import dk.samblik.team.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The effect page of a programme at one release; {@code chosen} is null before there is one. */
record EffectScreen(
        Words words,
        Programme programme,
        IndicatorFile file,
        List<Kept> releases,
        @Nullable Kept chosen,
        @Nullable String department) {

    EffectScreen {
        releases = List.copyOf(releases);
    }

    /** The same for the head of a department: the figures that its registers tell. Anything else is all of them. */
    EffectScreen of(@Nullable String one) {
        return new EffectScreen(
                words,
                programme,
                file,
                releases,
                chosen,
                one != null && departments().contains(one) ? one : null);
    }

    /** The half-years there are, the newest first. */
    public List<String> halves() {
        return releases.stream().map(kept -> kept.release().half().toString()).toList();
    }

    public String half() {
        return chosen == null ? "" : half(chosen.release().half().toString());
    }

    public String half(String written) {
        Half half = Half.read(written).orElseThrow();
        return words.say("effect.half", String.valueOf(half.year()), half.half());
    }

    /** When it was made and the hash of what it says. */
    public String made() {
        return chosen == null
                ? ""
                : words.say(
                        "effect.made",
                        words.moment(chosen.made()),
                        chosen.release().version(),
                        chosen.hash());
    }

    /** The figures, of one department or of all. */
    public List<Measure> measures() {
        if (chosen == null) {
            return List.of();
        }
        List<Release> until = releases.stream()
                .map(Kept::release)
                .filter(release -> release.half().compareTo(chosen.release().half()) <= 0)
                .toList();
        return file.indicators().stream()
                .filter(indicator -> department == null
                        || indicator.source() != null
                                && indicator.source().name().equals(department))
                .map(indicator -> Measure.of(words, indicator, until, chosen.release()))
                .toList();
    }

    /** A half-year of the way in and out, ready to be shown. */
    public record Way(String half, List<String> households) {}

    /** How many households came to each step, by half-year up to the chosen one, the newest first. */
    public List<Way> flow() {
        return chosen == null
                ? List.of()
                : releases.stream()
                        .map(Kept::release)
                        .filter(release ->
                                release.half().compareTo(chosen.release().half()) <= 0
                                        && !release.flow().isEmpty())
                        .map(release -> new Way(
                                half(release.half().toString()),
                                release.flow().stream()
                                        .map(stage -> stage.households() == null
                                                ? words.say("effect.hidden")
                                                : words.number(stage.households()))
                                        .toList()))
                        .toList();
    }

    /** The steps the columns of the flow stand for. */
    public List<String> steps() {
        return Release.STEPS;
    }

    /** The departments that figures come from. */
    public List<String> departments() {
        return file.indicators().stream()
                .flatMap(indicator -> java.util.stream.Stream.ofNullable(indicator.source()))
                .map(Enum::name)
                .distinct()
                .toList();
    }

    public List<NotCollected> notCollected() {
        return department == null ? file.notCollected() : List.of();
    }

    public int limit() {
        return chosen == null ? file.suppressBelow() : chosen.release().suppressBelow();
    }

    /** What sources corrected after the release, figure by figure, and never to what. */
    public List<String> corrections() {
        return chosen == null
                ? List.of()
                : chosen.corrections().stream()
                        .map(one -> words.say(
                                "effect.corrected",
                                one.indicator(),
                                one.k() == 0
                                        ? words.say("effect.before")
                                        : words.say("effect.follow-up", one.k(), 6 * one.k()),
                                words.longDate(one.found())))
                        .toList();
    }
}
