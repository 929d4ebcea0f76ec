package dk.samblik.consent;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.Vault;
import dk.samblik.consent.ConsentEntry.GrantorEntry;
import dk.samblik.consent.EntryFile.Entry;
import dk.samblik.household.Cpr;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes a file of consents, batch by batch, inside one transaction. A version that is recorded already stays as it is. */
final class ConsentsFile implements ImportFile {

    private static final int LINES = 1_000;

    private final Consents consents;
    private final Vault vault;
    private final AccessLog log;
    private final RequiredSnapshot snapshot;
    private final RecordedBy by;
    private final Set<Consents.Version> seen = new HashSet<>();
    private final Set<HouseholdId> touched = new LinkedHashSet<>();
    private final List<Access> lines = new ArrayList<>();

    ConsentsFile(Consents consents, Vault vault, AccessLog log, RequiredSnapshot snapshot, RecordedBy by) {
        this.consents = consents;
        this.vault = vault;
        this.log = log;
        this.snapshot = snapshot;
        this.by = by;
    }

    /** An entry whose grantors are known by keyed hash. */
    private record Checked(Entry entry, ConsentEntry consent, List<Signature> signatures) {}

    @Override
    public void take(List<Entry> batch, Refusals refusals) {
        List<ConsentEntry> entries =
                batch.stream().map(entry -> entry.as(ConsentEntry.class)).toList();
        Map<PersonId, Member> members = consents.members(entries);
        Map<Consents.Version, Consents.Recorded> recorded = consents.recorded(entries);
        List<Checked> fresh = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            int index = batch.get(i).index();
            ConsentEntry entry = entries.get(i);
            check(index, entry, members, recorded, refusals);
            List<Signature> signatures = signatures(index, entry, members, refusals);
            if (!recorded.containsKey(Consents.Version.of(entry))) {
                fresh.add(new Checked(batch.get(i), entry, signatures));
            }
        }
        if (refusals.none()) {
            store(fresh, members);
        }
    }

    private void check(
            int index,
            ConsentEntry entry,
            Map<PersonId, Member> members,
            Map<Consents.Version, Consents.Recorded> recorded,
            Refusals refusals) {
        if (!seen.add(Consents.Version.of(entry))) {
            refusals.add(index, "/version", "TWICE_IN_THE_FILE");
        }
        if (entry.validTo().isBefore(entry.validFrom())) {
            refusals.add(index, "/valid_to", "BEFORE_VALID_FROM");
        }
        Consents.Recorded before = recorded.get(Consents.Version.of(entry));
        if (before != null && !before.says(entry)) {
            refusals.add(index, "/version", "RECORDED_OTHERWISE");
        }
        Member member = members.get(new PersonId(entry.subjectPersonId()));
        if (member == null) {
            refusals.add(index, "/subject_person_id", "NO_SUCH_MEMBER");
        } else if (!member.household().value().equals(entry.householdId())) {
            refusals.add(index, "/household_id", "MEMBER_OF_ANOTHER_HOUSEHOLD");
        } else if (!member.participates() && before == null) {
            refusals.add(index, "/subject_person_id", "NOT_A_PARTICIPANT");
        }
    }

    private List<Signature> signatures(
            int index, ConsentEntry entry, Map<PersonId, Member> members, Refusals refusals) {
        Map<CprHash, Signature> signatures = new HashMap<>();
        for (int i = 0; i < entry.grantors().size(); i++) {
            GrantorEntry grantor = entry.grantors().get(i);
            Optional<CprHash> number = number(grantor, members);
            if (number.isEmpty()) {
                refusals.add(index, "/grantors/" + i, "GRANTOR_NOT_KNOWN");
            } else if (signatures.containsKey(number.get())) {
                refusals.add(index, "/grantors/" + i, "GRANTOR_TWICE");
            } else {
                signatures.put(number.get(), new Signature(number.get(), grantor.capacity(), grantor.givenAt()));
            }
        }
        return List.copyOf(signatures.values());
    }

    private Optional<CprHash> number(GrantorEntry grantor, Map<PersonId, Member> members) {
        String written = grantor.personCpr();
        if (written != null) {
            return Cpr.read(written).map(vault::hash).map(CprHash::of);
        }
        @Nullable Member member = grantor.personId() == null ? null : members.get(new PersonId(grantor.personId()));
        return Optional.ofNullable(member).map(Member::number);
    }

    private void store(List<Checked> fresh, Map<PersonId, Member> members) {
        Map<PersonId, String> required = snapshot.of(
                fresh.stream()
                        .flatMap(checked ->
                                Optional.ofNullable(members.get(
                                                new PersonId(checked.consent().subjectPersonId())))
                                        .stream())
                        .distinct()
                        .toList(),
                by.requestId());
        consents.insert(fresh.stream()
                .map(checked -> new Consents.New(
                        checked.consent(),
                        checked.signatures(),
                        document(
                                checked,
                                required.get(new PersonId(checked.consent().subjectPersonId())))))
                .toList());
        fresh.forEach(checked -> {
            touched.add(new HouseholdId(checked.consent().householdId()));
            lines.add(line(checked.consent()));
        });
    }

    private byte[] document(Checked checked, @Nullable String required) {
        return vault.sealRecord(
                Consents.label(checked.consent().consentId(), checked.consent().version()),
                snapshot.document(checked.entry().json(), required));
    }

    private Access line(ConsentEntry entry) {
        return new Access(
                Access.Action.CONSENT_RECORDED,
                by.viewer(),
                by.purpose(),
                new HouseholdId(entry.householdId()),
                new PersonId(entry.subjectPersonId()),
                null,
                entry.forTheTeam(),
                List.of(entry.consentId() + "/" + entry.version()),
                null,
                entry.standing().name(),
                by.requestId(),
                null);
    }

    /** The log comes last, so that it says recorded only of what is about to be committed. */
    @Override
    public void complete() {
        for (int from = 0; from < lines.size(); from += LINES) {
            log.record(lines.subList(from, Math.min(from + LINES, lines.size())));
        }
    }

    @Override
    public int stored() {
        return lines.size();
    }

    @Override
    public Set<HouseholdId> touched() {
        return touched;
    }
}
