package dk.samblik.mapping;

import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.register.Reading;
import dk.samblik.register.Row;
import dk.samblik.run.Fates;
import io.micrometer.core.instrument.Metrics;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One reading while its rows are judged: first which row stands for each key, then what becomes of it. */
final class Judging {

    private final MappingFile mapping;
    private final Reading reading;
    private final LocalDate night;
    private final Map<String, RecordMapping> kinds = new HashMap<>();
    private final People people;
    private final LookupRows lookups;
    private final Tally tally = new Tally();
    private final Map<PersonId, Findings> findings = new HashMap<>();

    /** A row about one person, in the order of the answer. */
    private record Claim(int place, Source source, RecordMapping mapping, People.Asked about, String key) {}

    /** What makes two rows one: of the same kind, about the same person, with the same key. */
    private record Identity(String table, PersonId person, String key) {}

    Judging(MappingFile mapping, Reading reading) {
        this.mapping = mapping;
        this.reading = reading;
        this.night = reading.chunk().run().night();
        mapping.records().forEach(record -> kinds.put(record.table(), record));
        this.people = new People(reading.chunk(), mapping.source());
        this.lookups = new LookupRows(reading.rows(), mapping.lookups());
        people.all().forEach(asked -> findings.put(asked.person(), new Findings()));
        claims().forEach(this::judge);
    }

    /** What is known of everybody who was asked for. */
    Map<PersonId, Answer.Outcome> outcomes() {
        Map<PersonId, Answer.Outcome> outcomes = new HashMap<>();
        findings.forEach((person, found) -> outcomes.put(person, outcome(person, found)));
        return outcomes;
    }

    Map<HouseholdId, Fates> fates() {
        return tally.byHousehold();
    }

    private Answer.Outcome outcome(PersonId person, Findings found) {
        if (reading.notAccessible().contains(person)) {
            return new Answer.Outcome.NotAccessible();
        }
        String failure = reading.failed().get(person);
        return failure == null ? found.answered() : new Answer.Outcome.Unavailable(failure);
    }

    /** Every row about every person it is about; of those with the same key the later, the others are duplicates. */
    private List<Claim> claims() {
        List<Claim> alone = new ArrayList<>();
        Map<Identity, Claim> latest = new LinkedHashMap<>();
        for (int place = 0; place < reading.rows().size(); place++) {
            for (Claim claim : claims(place, reading.rows().get(place))) {
                if (claim.key().isEmpty()) {
                    alone.add(claim);
                } else {
                    Identity identity =
                            new Identity(claim.mapping().table(), claim.about().person(), claim.key());
                    Claim earlier = latest.put(identity, claim);
                    if (earlier != null) {
                        tally.add(earlier.place(), earlier.about().household(), Tally.Fate.DUPLICATE);
                    }
                }
            }
        }
        alone.addAll(latest.values());
        return alone;
    }

    private List<Claim> claims(int place, Row row) {
        RecordMapping record = kinds.get(row.table());
        if (record == null) {
            return List.of();
        }
        Set<People.Asked> named = people.of(row, record.members());
        if (named.isEmpty()) {
            // A register that is asked about some people and answers about others; nothing of the row is kept.
            Metrics.counter("samblik.records", "source", mapping.register(), "result", "dropped_no_consent")
                    .increment();
        }
        List<People.Asked> about =
                named.stream().filter(asked -> answersFor(asked.person())).toList();
        if (about.isEmpty()) {
            return List.of();
        }
        Source source = lookups.source(row, record, night);
        String key = record.key(source);
        return about.stream()
                .map(asked -> new Claim(place, source, record, asked, key))
                .toList();
    }

    private boolean answersFor(PersonId person) {
        return !reading.notAccessible().contains(person) && !reading.failed().containsKey(person);
    }

    private void judge(Claim claim) {
        People.Asked about = claim.about();
        Verdict verdict = claim.mapping().judge(claim.source(), about.permission());
        Findings found = findings.computeIfAbsent(about.person(), nobodyElse -> new Findings());
        if (verdict instanceof Verdict.Mapped mapped) {
            found.add(claim.mapping().order(), claim.key(), mapped.fact());
            tally.add(claim.place(), about.household(), Tally.Fate.MAPPED);
        } else if (verdict instanceof Verdict.Refused refused) {
            found.add(rejection(claim, refused));
            tally.add(claim.place(), about.household(), Tally.Fate.QUARANTINED);
        } else {
            tally.add(claim.place(), about.household(), Tally.Fate.FILTERED);
        }
    }

    private Rejection rejection(Claim claim, Verdict.Refused refused) {
        Row row = claim.source().row();
        return new Rejection(
                mapping.register(),
                row.table(),
                row.recordNo(),
                refused.reason(),
                refused.column(),
                claim.about().person(),
                refused.column() == null ? null : Said.of(row.text(refused.column())));
    }
}
