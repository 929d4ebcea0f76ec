package dk.samblik.access;

import dk.samblik.household.HouseholdId;
import dk.samblik.storage.Database;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The copies on paper that somebody has, by the access log: a withdrawal cannot take them back, only name them. */
@Component
public class Prints {

    private final Database audit;

    Prints(@Qualifier("auditDatabase") Database audit) {
        this.audit = audit;
    }

    /** One copy: who printed it (the subject) and when. */
    public record Print(String actor, Instant at) {}

    /** Every copy of this household's view, the earliest first. */
    public List<Print> of(HouseholdId household) {
        return audit.sql()
                .sql(
                        "select actor, at from access_log where household_id = :household and action = 'PRINT' order by seq")
                .param("household", household.value())
                .query((row, number) -> new Print(
                        row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
    }
}
