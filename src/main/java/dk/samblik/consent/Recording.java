package dk.samblik.consent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.samblik.access.AccessLog;
import dk.samblik.access.Staff;
import dk.samblik.access.Vault;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.population.PopulationUnavailable;
import dk.samblik.storage.Database;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Turns a finished draft into recorded consents, in one transaction with the paper: by the same rules and
 * statements as an import file. Afterwards the rows in force follow.
 */
@Component
class Recording {

    private static final Logger LOG = LoggerFactory.getLogger(Recording.class);

    private final Database web;
    private final Vault vault;
    private final AccessLog log;
    private final Consents consents;
    private final RequiredSnapshot snapshot;
    private final Settling settling;
    private final DeskHouseholds households;
    private final DeskDrafts drafts;
    private final Evidence evidence;
    private final Staff staff;
    private final ConsentSettings settings;
    private final DeskTerms terms;
    private final DataController controller;
    private final CivilClock clock;

    Recording(
            @Qualifier("webDatabase") Database web,
            Vault vault,
            AccessLog log,
            Consents consents,
            RequiredSnapshot snapshot,
            Settling settling,
            DeskHouseholds households,
            DeskDrafts drafts,
            Evidence evidence,
            Staff staff,
            ConsentSettings settings,
            DeskTerms terms,
            DataController controller,
            CivilClock clock) {
        this.web = web;
        this.vault = vault;
        this.log = log;
        this.consents = consents;
        this.snapshot = snapshot;
        this.settling = settling;
        this.households = households;
        this.drafts = drafts;
        this.evidence = evidence;
        this.staff = staff;
        this.settings = settings;
        this.terms = terms;
        this.controller = controller;
        this.clock = clock;
    }

    /** What the draft comes to when it is recorded now; empty before its last step is filled in. */
    Optional<DeskEntries> entries(Desk.Opened opened) {
        DeskDraft.How how = opened.draft().how();
        return how == null ? Optional.empty() : Optional.of(entries(opened, how, named(opened, how)));
    }

    /** What the paper is called before it is kept: that there is one is enough to know how the recording stands. */
    private static @Nullable String named(Desk.Opened opened, DeskDraft.How how) {
        return opened.kept().paper() ? "paper" : how.reference();
    }

    private DeskEntries entries(Desk.Opened opened, DeskDraft.How how, @Nullable String paper) {
        return new DeskEntries(
                terms.in(opened.household().area()),
                controller,
                settings.purpose(),
                opened.household(),
                opened.draft(),
                how,
                paper,
                number -> CprHash.of(vault.hash(number)));
    }

    /**
     * Records the draft at this revision; answers with a version of what was recorded together. Throws {@link ChangedMeanwhile}, with
     * nothing recorded, where somebody changed the draft or a consent since.
     */
    Consents.Version record(Desk.Opened opened, int revision, RecordedBy by) {
        HouseholdId household = opened.household().id();
        DeskDraft.How how = Objects.requireNonNull(opened.draft().how(), "the draft is not finished");
        Optional<byte[]> paper = drafts.paper(opened.grant(), household);
        Consents.Version first = web.inTransaction(() -> {
            hold(household);
            unchanged(opened, revision);
            String subject = by.viewer().subject();
            String named = paper.map(
                            file -> evidence.keep(household, file, subject).toString())
                    .orElse(how.reference());
            return store(entries(opened, how, named).all(subject, clock.local().toOffsetDateTime()), household, by);
        });
        settle(household, by);
        return first;
    }

    private Consents.Version store(List<ObjectNode> written, HouseholdId household, RecordedBy by) {
        Refusals refusals = new Refusals();
        List<EntryFile.Entry> entries = new EntryFile("consents").checked(written, refusals);
        ConsentsFile taken = new ConsentsFile(consents, vault, log, snapshot, by);
        taken.take(entries, refusals);
        if (!refusals.none()) {
            throw new IllegalStateException("the desk wrote what the import refuses: "
                    + refusals.list().get(0).reason());
        }
        taken.complete();
        return Consents.Version.of(entries.get(0).as(ConsentEntry.class));
    }

    /** As a withdrawal does, so that of the two the second sees what the first has done. */
    private void hold(HouseholdId household) {
        web.sql()
                .sql("update household set exit_date = exit_date where household_id = :household")
                .param("household", household.value())
                .update();
    }

    private void unchanged(Desk.Opened opened, int revision) {
        HouseholdId household = opened.household().id();
        Map<PersonId, Consent> now = households.newest(household);
        boolean same = opened.draft().base().entrySet().stream().allMatch(begun -> {
            Consent newest = now.get(new PersonId(UUID.fromString(begun.getKey())));
            return begun.getValue().equals(newest == null ? "" : newest.reference());
        });
        if (!same) {
            throw new ChangedMeanwhile(staff.nameOf(lastRecorder(household)));
        }
        if (!drafts.discard(household, revision)) {
            String by = drafts.find(opened.grant(), household).changedBy();
            throw new ChangedMeanwhile(staff.nameOf(by == null ? lastRecorder(household) : by));
        }
    }

    private String lastRecorder(HouseholdId household) {
        return web.sql()
                .sql(
                        "select recorded_by from consent where household_id = :household order by recorded_at desc limit 1")
                .param("household", household.value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    private void settle(HouseholdId household, RecordedBy by) {
        try {
            settling.settle(List.of(household), by.requestId(), null);
        } catch (PopulationUnavailable unreliable) {
            LOG.warn("what is in force follows with the next run: population register {}", unreliable.reason());
        }
    }
}
