package dk.samblik.view;

import dk.samblik.access.Vault;
import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Answer;
import dk.samblik.mapping.Answer.Outcome;
import dk.samblik.mapping.Fact;
import dk.samblik.quarantine.Quarantine.Judged;
import dk.samblik.run.Fates;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the answers about one household come to against what is stored: which sections open, end or go, how fresh each is,
 * and the digest of the view they make. Decides; writes nothing.
 */
final class Draft {

    /** A section to be stored: facts not yet sealed. */
    record Opened(SectionKey key, Department source, byte[] text, byte[] digest, String mapping) {}

    /** How an asking ended, for the row that tells how fresh a section is. */
    record Fresh(
            SectionKey key,
            Department source,
            PersonSections.Outcome outcome,
            @Nullable Instant asOf,
            @Nullable String reason,
            int quarantined) {}

    final List<Opened> opened = new ArrayList<>();
    final Set<SectionKey> ended = new HashSet<>();
    final Set<SectionKey> removed = new HashSet<>();
    final List<Fresh> fresh = new ArrayList<>();
    final List<Judged> judged = new ArrayList<>();
    final Set<String> changedRegisters = new HashSet<>();

    private final HouseholdId household;
    private final Stored stored;
    private final long fence;
    private final Vault vault;
    private final Map<SectionKey, byte[]> standing = new HashMap<>();
    private boolean kept;
    private boolean taken;

    Draft(HouseholdId household, Stored stored, long fence, Vault vault) {
        this.household = household;
        this.stored = stored;
        this.fence = fence;
        this.vault = vault;
        stored.sections().forEach((key, section) -> {
            if (section.digest() != null) {
                standing.put(key, section.digest());
            }
        });
    }

    /** Takes what one register answered about one member. */
    void take(Answer answer, PersonId person, Outcome outcome) {
        Optional<Set<Category>> scope = stored.scope(person, answer.source());
        SectionKey key = new SectionKey(person, answer.register());
        Stored.@Nullable Section before = stored.sections().get(key);
        if (scope.isEmpty() || before != null && before.fence() > fence) {
            // Taken back meanwhile, or a later run has been here: what stands is right, and ours is dropped.
            kept = true;
            return;
        }
        taken = true;
        if (outcome instanceof Outcome.Answered answered) {
            takeAnswered(answer, key, answered, scope.get());
        } else if (outcome instanceof Outcome.NotAccessible) {
            takeNotAccessible(answer, key);
        } else if (outcome instanceof Outcome.Unavailable unavailable) {
            kept = true;
            fresh.add(
                    new Fresh(key, answer.source(), PersonSections.Outcome.UNAVAILABLE, null, unavailable.reason(), 0));
        }
    }

    private void takeAnswered(Answer answer, SectionKey key, Outcome.Answered answered, Set<Category> scope) {
        List<Fact> facts = answered.facts().stream()
                .flatMap(fact -> FactCategory.covered(scope, fact).stream())
                .toList();
        Judged refused = new Judged(
                household, key.person(), key.register(), answer.source(), answer.mapping(), answered.rejections());
        judge(refused);
        fresh.add(new Fresh(
                key,
                answer.source(),
                facts.isEmpty() ? PersonSections.Outcome.NOTHING : PersonSections.Outcome.ANSWERED,
                answer.asOf(),
                null,
                refused.refused().size()));
        if (facts.isEmpty()) {
            end(key);
            return;
        }
        SectionContent content = SectionContent.of(facts);
        byte[] digest = vault.digest(household, content.undated());
        if (!Arrays.equals(digest, standing.get(key))) {
            end(key);
            standing.put(key, digest);
            changedRegisters.add(key.register());
            opened.add(new Opened(key, answer.source(), content.text(), digest, answer.mapping()));
        }
    }

    private void end(SectionKey key) {
        if (standing.remove(key) != null) {
            ended.add(key);
            changedRegisters.add(key.register());
        }
    }

    private void takeNotAccessible(Answer answer, SectionKey key) {
        judge(new Judged(household, key.person(), key.register(), answer.source(), answer.mapping(), List.of()));
        fresh.add(new Fresh(key, answer.source(), PersonSections.Outcome.NOT_ACCESSIBLE, answer.asOf(), null, 0));
        removed.add(key);
        if (standing.remove(key) != null) {
            changedRegisters.add(key.register());
        }
    }

    /** Refused rows are replaced where there are some, or were. */
    private void judge(Judged refused) {
        Stored.@Nullable Section before = stored.sections().get(new SectionKey(refused.person(), refused.register()));
        if (!refused.refused().isEmpty() || before != null && before.quarantined() > 0) {
            judged.add(refused);
        }
    }

    /** Notes that somebody who was asked about may not be published any more. */
    void keep() {
        kept = true;
    }

    /** Whether there was nobody to publish: the household closed between asking and now. */
    boolean nobody() {
        return !taken;
    }

    /** Whether something of what stands was kept for want of an answer or of a consent. */
    boolean kept() {
        return kept;
    }

    /**
     * Tells two views apart: sections without their freshness, and what is in force. No clock is in it, so a night without
     * news makes no version.
     */
    byte[] viewDigest() {
        TreeSet<String> lines = new TreeSet<>();
        standing.forEach((key, digest) -> lines.add("s|" + key.person() + "|" + key.register() + "|"
                + HexFormat.of().formatHex(digest)));
        stored.inForce()
                .forEach((person, scopes) -> scopes.forEach((source, categories) ->
                        lines.add("c|" + person + "|" + source + "|" + new TreeSet<>(categories))));
        return vault.digest(household, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    /** Rows read about a household that is not stored at all were left out, not mapped. */
    Fates fates(Fates counted) {
        return nobody() ? new Fates(0, 0, counted.read(), 0) : counted;
    }
}
