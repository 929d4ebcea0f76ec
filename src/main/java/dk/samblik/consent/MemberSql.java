package dk.samblik.consent;

import dk.samblik.access.Vault;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.population.Person;
import dk.samblik.storage.Database;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who takes part in a household, row by row, within the transaction of {@link MemberChanges}. */
final class MemberSql {

    private static final String CHANGED = """
            insert into member_change (change_id, household_id, person_id, was, became, reason, changed_by, changed_at)
            values (:id, :household, :person, :was, :became, :reason, :by, :at)
            """;
    private static final String LAST = """
            select hand from (select recorded_by as hand, recorded_at as moment from consent where household_id = :household
              union all select changed_by, changed_at from member_change where household_id = :household) one
             order by moment desc limit 1
            """;

    private final Database web;
    private final Vault vault;
    private final CivilClock clock;

    MemberSql(Database web, Vault vault, CivilClock clock) {
        this.web = web;
        this.vault = vault;
        this.clock = clock;
    }

    /** Whether no open member takes part. */
    boolean nobodyTakesPart(HouseholdId household) {
        return web.sql()
                .sql("select not exists (select from member where household_id = :household and member_to is null"
                        + " and participation = 'PARTICIPANT')")
                .param("household", household.value())
                .query(Boolean.class)
                .single();
    }

    /** Who last recorded a consent of the household or changed its members; empty for nobody. */
    String lastHand(HouseholdId household) {
        return web.sql()
                .sql(LAST)
                .param("household", household.value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** The member as it is from now on, with a row that says what it was; who it is. Throws {@link MemberChanges.InAnother}. */
    PersonId apply(HouseholdId household, MemberChange change, WithdrawalSql.Act act) {
        PersonId known = change.who().id();
        PersonId person = known == null ? new PersonId(UUID.randomUUID()) : known;
        if (known == null) {
            join(household, person, change);
        } else if (change.to().participation() == null) {
            leave(person, lastDay(change.who().person()));
        } else {
            become(household, person, change);
        }
        Participation was = change.who().now();
        note(household, person, was == null ? null : was.name(), change.to(), change.reason(), act);
        return person;
    }

    /** Somebody who is gone from the address is no member from yesterday on; who it was. */
    PersonId depart(HouseholdId household, PersonId person, WithdrawalSql.Act act) {
        String was = web.sql()
                .sql("select participation from member where person_id = :person")
                .param("person", person.value())
                .query(String.class)
                .single();
        leave(person, clock.today().minusDays(1));
        note(household, person, was, MemberChange.To.MOVED_OUT, null, act);
        return person;
    }

    private void join(HouseholdId household, PersonId person, MemberChange change) {
        Person who = Objects.requireNonNull(change.who().person(), "only the register names somebody new");
        byte[] hash = vault.hash(who.cpr());
        boolean elsewhere = web.sql()
                .sql("select exists (select from member where cpr_hash = :hash and member_to is null)")
                .param("hash", hash)
                .query(Boolean.class)
                .single();
        if (elsewhere) {
            throw new MemberChanges.InAnother();
        }
        web.sql()
                .sql("""
                        insert into member (person_id, household_id, cpr_hash, cpr_sealed, participation, relation, reason,
                          member_from)
                        values (:person, :household, :hash, :sealed, :participation, :relation, :reason, :today)
                        """)
                .param("person", person.value())
                .param("household", household.value())
                .param("hash", hash)
                .param("sealed", sealed(household, person, change))
                .param("participation", change.to().name())
                .param("relation", change.who().adult() ? "ADULT" : Member.CHILD)
                .param("reason", change.reason())
                .param("today", clock.today())
                .update();
    }

    /** What waits to become a consent waits no more where somebody takes part no more. */
    private void become(HouseholdId household, PersonId person, MemberChange change) {
        web.sql()
                .sql("update member set participation = :participation, reason = :reason, cpr_sealed = :sealed"
                        + " where person_id = :person")
                .param("participation", change.to().name())
                .param("reason", change.reason())
                .param("sealed", sealed(household, person, change))
                .param("person", person.value())
                .update();
        if (change.endsConsent()) {
            web.sql()
                    .sql("update consent set status = 'SUPERSEDED' where person_id = :person and status = 'DRAFT'")
                    .param("person", person.value())
                    .update();
        }
    }

    /** Only a participant's number is kept. */
    private byte @Nullable [] sealed(HouseholdId household, PersonId person, MemberChange change) {
        if (change.to() != MemberChange.To.PARTICIPANT) {
            return null;
        }
        Person who = Objects.requireNonNull(change.who().person(), "who takes part is in the register");
        return vault.seal(household, Member.label(person), who.cpr().digits().getBytes(StandardCharsets.US_ASCII));
    }

    private LocalDate lastDay(@Nullable Person person) {
        LocalDate moved = person == null ? null : person.movedIn();
        return moved == null || moved.isAfter(clock.today()) ? clock.today().minusDays(1) : moved.minusDays(1);
    }

    private void leave(PersonId person, LocalDate last) {
        web.sql()
                .sql("update member set member_to = greatest(member_from, :last) where person_id = :person")
                .param("last", last)
                .param("person", person.value())
                .update();
        web.sql()
                .sql("delete from consent_in_force where person_id = :person")
                .param("person", person.value())
                .update();
    }

    private void note(
            HouseholdId household,
            PersonId person,
            @Nullable String was,
            MemberChange.To became,
            @Nullable String reason,
            WithdrawalSql.Act act) {
        web.sql()
                .sql(CHANGED)
                .param("id", UUID.randomUUID())
                .param("household", household.value())
                .param("person", person.value())
                .param("was", was)
                .param("became", became.name())
                .param("reason", reason)
                .param("by", act.by())
                .param("at", act.at().atOffset(ZoneOffset.UTC))
                .update();
    }
}
