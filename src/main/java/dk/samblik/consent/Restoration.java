package dk.samblik.consent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.samblik.access.Erased;
import dk.samblik.access.Vault;
import dk.samblik.household.Category;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Department;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Does again, on a database put back from a backup, what was taken away after it: by the erasure journal, as the owner of
 * the schema, before anybody may see it. Where less can be known than was, less is left: what is still agreed the next night
 * puts in force and fetches anew.
 */
public final class Restoration {

    private static final String WHO = "samblik-restore";
    private static final String NEWEST = """
            select * from consent where person_id = :person and status <> 'DRAFT'
             order by recorded_at desc, version desc, consent_id desc limit 1
            """;
    private static final String VERSION = """
            insert into consent (consent_id, version, household_id, person_id, status, sources, categories, period_back,
              valid_from, valid_to, withdrawn_at, scope, recorded_by, recorded_at, document_sealed)
            select consent_id, :next, household_id, person_id, :status, string_to_array(:sources, ','),
              string_to_array(:categories, ','), period_back, valid_from, greatest(valid_from, :last), :at, 'RESTORED', :by,
              :now, :document
              from consent where consent_id = :consent and version = :version
            """;

    private final JdbcClient owner;
    private final Vault vault;
    private final CivilClock clock;

    /** On this database, with the keys that belong to it. */
    public Restoration(JdbcClient owner, Vault vault, CivilClock clock) {
        this.owner = owner;
        this.vault = vault;
        this.clock = clock;
    }

    /** Takes away all of it; doing so twice does nothing more. */
    public void takeAway(List<Erased> since) {
        for (Erased line : since) {
            if (line.key()) {
                left(line.household(), line.at().atZone(CivilClock.COPENHAGEN).toLocalDate());
                rows("household_id", line.household());
            } else {
                read(line);
            }
        }
    }

    /** Of a line that cannot be read, as one cut short by a crash, nothing of the household stays in force. */
    private void read(Erased line) {
        try {
            takeAway(line, line.what());
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            rows("household_id", line.household());
        }
    }

    private void takeAway(Erased line, List<String> what) {
        UUID person = line.person();
        String kind = what.get(0);
        if (kind.equals("left") && what.size() == 2) {
            left(line.household(), LocalDate.parse(what.get(1)));
        } else if (person == null) {
            // A line of a later version of the hub: what it is about is not shown until somebody has looked.
            rows("household_id", line.household());
        } else if (kind.equals("row") && what.size() == 2) {
            row(person, what.get(1));
        } else {
            if (kind.equals("member") && what.size() == 2) {
                member(person, LocalDate.parse(what.get(1)));
            } else if (kind.equals("consent") && what.size() == 4) {
                consent(line, person);
            }
            rows("person_id", person);
        }
    }

    private void left(UUID household, LocalDate day) {
        owner.sql(
                        "update household set exit_date = greatest(enrolled, least(exit_date, :day)) where household_id = :id")
                .param("day", day)
                .param("id", household)
                .update();
    }

    private void rows(String column, UUID id) {
        owner.sql("delete from consent_in_force where " + column + " = :id")
                .param("id", id)
                .update();
    }

    private void row(UUID person, String source) {
        owner.sql("delete from consent_in_force where person_id = :id and source = :source")
                .param("id", person)
                .param("source", source)
                .update();
    }

    private void member(UUID person, LocalDate day) {
        owner.sql("update member set member_to = greatest(member_from, least(member_to, :day)) where person_id = :id")
                .param("day", day)
                .param("id", person)
                .update();
    }

    /** What the newest version here and that line both allow; nothing is recorded where that is all of it. */
    private void consent(Erased line, UUID person) {
        Optional<Consent> newest = owner.sql(NEWEST)
                .param("person", person)
                .query((row, number) -> Dossiers.consent(row, List.of()))
                .optional()
                .filter(consent -> consent.status() == Consent.Status.ACTIVE);
        newest.ifPresent(consent -> {
            Rest rest = new Rest(
                    both(consent.sources(), words(line.what().get(1), Department::valueOf)),
                    both(consent.categories(), words(line.what().get(2), Category::valueOf)));
            LocalDate last = LocalDate.parse(line.what().get(3));
            boolean same = rest.sources().equals(consent.sources())
                    && rest.categories().equals(consent.categories())
                    && !last.isBefore(consent.to());
            if (!same) {
                record(consent, rest, last.isBefore(consent.to()) ? last : consent.to(), line);
            }
        });
    }

    private static <T> Set<T> words(String joined, Function<String, T> word) {
        return joined.equals("-")
                ? Set.of()
                : Arrays.stream(joined.split(",")).map(word).collect(Collectors.toUnmodifiableSet());
    }

    private static <E extends Enum<E>> Set<E> both(Set<E> one, Set<E> other) {
        return one.stream().filter(other::contains).collect(Collectors.toUnmodifiableSet());
    }

    private void record(Consent consent, Rest rest, LocalDate last, Erased line) {
        int next = owner.sql("select max(version) + 1 from consent where consent_id = :id")
                .param("id", consent.id())
                .query(Integer.class)
                .single();
        owner.sql("update consent set status = 'SUPERSEDED' where person_id = :person and status = 'ACTIVE'")
                .param("person", consent.person().value())
                .update();
        owner.sql(VERSION)
                .param("next", next)
                .param("status", rest.nothing() ? "WITHDRAWN" : "ACTIVE")
                .param("sources", Rows.joined(rest.nothing() ? consent.sources() : rest.sources()))
                .param("categories", Rows.joined(rest.nothing() ? consent.categories() : rest.categories()))
                .param("last", last)
                .param("at", Timestamp.from(line.at()))
                .param("by", WHO)
                .param("now", Timestamp.from(clock.now()))
                .param("document", document(consent, next, line))
                .param("consent", consent.id())
                .param("version", consent.version())
                .update();
        owner.sql("""
                        insert into consent_grantor (consent_id, version, cpr_hash, capacity, given_at)
                        select consent_id, :next, cpr_hash, capacity, given_at from consent_grantor
                         where consent_id = :consent and version = :version
                        """)
                .param("next", next)
                .param("consent", consent.id())
                .param("version", consent.version())
                .update();
    }

    private byte[] document(Consent consent, int next, Erased line) {
        ObjectNode document = EntryFile.JSON.createObjectNode();
        document.put("consent_id", consent.id().toString());
        document.put("version", next);
        document.put("amends", consent.version());
        document.put("scope", "RESTORED");
        document.put("withdrawn_at", line.at().toString());
        document.put("withdrawn_by", WHO);
        return vault.sealRecord(
                Consents.label(consent.id(), next), document.toString().getBytes(StandardCharsets.UTF_8));
    }
}
