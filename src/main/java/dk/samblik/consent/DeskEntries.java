package dk.samblik.consent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.samblik.household.Category;
import dk.samblik.household.Cpr;
import dk.samblik.household.Department;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was agreed at the desk as entries of the consents file, one a person, so that it is checked and stored by the
 * same rules. A person whose consent is waiting or in force gets the next version of it, anybody else a new consent.
 */
record DeskEntries(
        DeskSettings settings,
        DataController controller,
        String purpose,
        HouseholdAtDesk household,
        DeskDraft draft,
        DeskDraft.How how,
        @Nullable String evidence,
        Function<Cpr, CprHash> hash) {

    private static final Set<Consent.Status> GOES_ON = Set.of(Consent.Status.ACTIVE, Consent.Status.DRAFT);

    /** One entry for everybody somebody said yes for. */
    List<ObjectNode> all(String recordedBy, OffsetDateTime now) {
        List<ObjectNode> entries = new ArrayList<>();
        for (DeskMember member : recorded()) {
            ObjectNode entry = EntryFile.JSON.createObjectNode();
            version(entry, member);
            scope(entry, draft.sourcesOf(member), draft.kindsOf(member));
            basis(entry, member);
            circumstances(entry, member);
            entry.put("status", standing(member).name());
            entry.put("recorded_by", recordedBy);
            entry.put("recorded_at", now.toString());
            entries.add(entry);
        }
        return entries;
    }

    /** Everybody somebody said yes for who may say it now; custody may have changed since the draft was begun. */
    List<DeskMember> recorded() {
        return household.members().stream()
                .filter(member -> member.askable() && saidYes(member).findAny().isPresent())
                .filter(member -> !draft.kindsOf(member).isEmpty())
                .toList();
    }

    /** What the recording of one person comes to: in force only with everybody's word and the paper. */
    Consent.Status standing(DeskMember member) {
        return evidence != null && missing(member).isEmpty() ? Consent.Status.ACTIVE : Consent.Status.DRAFT;
    }

    /** Whose word is still missing for this person. */
    List<DeskGrantor> missing(DeskMember member) {
        List<Signature> given = saidYes(member)
                .map(grantor -> new Signature(hash.apply(number(grantor)), grantor.capacity(), how.day(grantor)))
                .toList();
        return member.missing(given, hash);
    }

    /** Who has given theirs. */
    Stream<DeskGrantor> saidYes(DeskMember member) {
        Set<String> yes = draft.yesFor(member);
        return member.grantors().stream().filter(grantor -> yes.contains(grantor.key()) && grantor.number() != null);
    }

    /** From when it holds for this person: the day the last of those who said yes signed. */
    LocalDate from(DeskMember member) {
        return saidYes(member).map(how::day).max(Comparator.naturalOrder()).orElse(how.given());
    }

    private LocalDate firstSigned(DeskMember member) {
        return saidYes(member).map(how::day).min(Comparator.naturalOrder()).orElse(how.given());
    }

    /** The last day it holds for this person: the one agreed, and never longer than a consent may last. */
    LocalDate to(DeskMember member) {
        LocalDate longest = settings.lastDay(from(member));
        return how.lastDay().isBefore(longest) ? how.lastDay() : longest;
    }

    private static Cpr number(DeskGrantor grantor) {
        return Objects.requireNonNull(grantor.number());
    }

    private void version(ObjectNode entry, DeskMember member) {
        Consent before = member.newest();
        if (before != null && GOES_ON.contains(before.status())) {
            entry.put("consent_id", before.id().toString()).put("version", before.version() + 1);
        } else {
            entry.put("consent_id", UUID.randomUUID().toString()).put("version", 1);
        }
        entry.put("subject_person_id", member.id().toString());
        entry.put("household_id", household.id().toString());
        entry.put("project_code", settings.projectCode());
        ArrayNode grantors = entry.putArray("grantors");
        saidYes(member)
                .forEach(grantor -> grantors.addObject()
                        .put("person_cpr", number(grantor).digits())
                        .put("capacity", grantor.capacity().name())
                        .put("given_at", how.day(grantor).toString())
                        .put("method", how.method(grantor).name())
                        .put("evidence_id", evidence)
                        .put("identity_checked_by", how.identity().word()));
    }

    private void scope(ObjectNode entry, Set<Department> sources, Set<Category> kinds) {
        entry.put("purpose_code", purpose);
        entry.put("purpose_text_version", settings.purposeTextVersion());
        names(entry.putArray("sources"), sources);
        names(entry.putArray("categories"), kinds);
        ArrayNode recipients = entry.putArray("recipients");
        recipient(recipients, ConsentEntry.TEAM, kinds);
        draft.recipients().stream().sorted().forEach(name -> recipient(recipients, name, kinds));
    }

    private static void recipient(ArrayNode recipients, String name, Set<Category> kinds) {
        ObjectNode recipient = recipients.addObject().put("recipient", name);
        names(recipient.putArray("categories"), kinds);
    }

    private static void names(ArrayNode array, Collection<? extends Enum<?>> words) {
        words.stream().map(Enum::name).sorted().forEach(array::add);
    }

    private void basis(ObjectNode entry, DeskMember member) {
        entry.put("controller", controller.name());
        entry.put("dpo_contact", controller.dpo());
        entry.put("national_basis", settings.nationalBasis());
        entry.put("gdpr_basis", settings.gdprBasis());
        entry.put("gdpr9_basis", settings.gdpr9Basis());
        entry.put("period_back", settings.periodBack().toString());
        entry.put("valid_from", from(member).toString());
        entry.put("valid_to", to(member).toString());
        entry.put("retention", settings.retention().toString());
        entry.put("withdrawal_method", controller.withdrawalMethod());
    }

    private void circumstances(ObjectNode entry, DeskMember member) {
        DeskDraft.Heard heard = how.heard().get(member.id().toString());
        entry.put("information_given_at", firstSigned(member).toString());
        entry.put("language", how.language());
        entry.put("interpreter", how.interpreter());
        entry.put("easy_read", how.easyRead());
        entry.put("child_heard", heard == null ? null : heard.name());
        entry.put(
                "child_view_noted_at",
                heard == DeskDraft.Heard.YES ? how.given().toString() : null);
        entry.put("evidence_id", evidence);
    }

    @Override
    public String toString() {
        return "DeskEntries[" + household.id() + "]";
    }
}
