package dk.samblik.access;

import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.storage.Database;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What the access log says about one person, for that person: who by role and organisation, never by name (C-579/21). */
@Component
public class PersonLog {

    private final Database audit;

    PersonLog(@Qualifier("auditDatabase") Database audit) {
        this.audit = audit;
    }

    /** One look. {@code source} is null where it was not about one register's content. */
    public record Look(
            OffsetDateTime at,
            String action,
            String purpose,
            String role,
            String organisation,
            @Nullable String source,
            List<String> categories,
            String outcome) {}

    /**
     * Rows about one of these persons, or about the whole household while they were in it, oldest first. {@code to} is the
     * last day of that, null while it lasts. Empty where the grant does not name the household.
     */
    public List<Look> about(
            Grant grant, Collection<PersonId> persons, HouseholdId household, LocalDate from, @Nullable LocalDate to) {
        if (!grant.covers(household)) {
            return List.of();
        }
        return audit.sql()
                .sql("""
                        select * from access_log
                         where household_id = :household and (person_id = any(cast(:persons as uuid[])) or (person_id is null
                           and (at at time zone 'Europe/Copenhagen')::date between :from and coalesce(:to, date 'infinity')))
                         order by seq
                        """)
                .param("persons", persons.stream().map(Object::toString).toArray(String[]::new))
                .param("household", household.value())
                .param("from", from)
                .param("to", to, Types.DATE)
                .query((row, number) -> new Look(
                        row.getObject("at", OffsetDateTime.class),
                        row.getString("action"),
                        row.getString("purpose"),
                        row.getString("actor_role"),
                        row.getString("actor_org"),
                        row.getString("source"),
                        List.of((String[]) row.getArray("categories").getArray()),
                        row.getString("outcome")))
                .list();
    }
}
