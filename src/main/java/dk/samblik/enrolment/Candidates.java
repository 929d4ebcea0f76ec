package dk.samblik.enrolment;

import dk.samblik.access.Vault;
import dk.samblik.access.Viewer;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.programme.Programme;
import dk.samblik.programme.Programmes;
import dk.samblik.storage.Database;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Who is asked to take part: takes in those who were drawn or referred, and says who must not be drawn again. */
@Component
public class Candidates {

    static final String LABEL = "candidate";

    /** Who is known by this draw already stays as it is, so that taking in twice is taking in once. */
    private static final String INSERT = """
            insert into candidate (candidate_id, programme, number, area, way, draw, key, criteria, referred_by,
              protected_address, name_sealed, name_until, key_until, step, step_day, revision)
            values (?, ?, ?, ?, ?, ?, ?, cast(? as text[]), ?, ?, ?, ?, ?, 'NEW', ?, 1)
            on conflict (draw, key) where draw is not null do nothing
            """;

    private static final String FIRST_EVENT = """
            insert into candidate_event (candidate_id, number, step, day, changed_by, changed_by_name, changed_at)
            select candidate_id, 1, 'NEW', step_day, :by, :name, :at from candidate c
             where candidate_id = any (cast(:ids as uuid[]))
            """;

    private final Database web;
    private final Vault vault;
    private final Programmes programmes;
    private final CivilClock clock;

    Candidates(@Qualifier("webDatabase") Database web, Vault vault, Programmes programmes, CivilClock clock) {
        this.web = web;
        this.vault = vault;
        this.programmes = programmes;
        this.clock = clock;
    }

    /**
     * Who referred, for which of the programme's criteria, and whom. {@code place} is the key of the address, by which a
     * programme that also draws does not draw them; null where it does not draw, or the address is not known.
     */
    public record Referral(
            String programme,
            String area,
            List<String> criteria,
            String referredBy,
            Addressee addressee,
            boolean protectedAddress,
            @Nullable String place) {

        public Referral {
            criteria = List.copyOf(criteria);
        }
    }

    private record New(
            String number,
            String area,
            Programme.Mode way,
            @Nullable String draw,
            byte @Nullable [] key,
            List<String> criteria,
            @Nullable String referredBy,
            Addressee addressee,
            boolean protectedAddress) {}

    /**
     * Takes in what a locked draw drew, in one transaction; joins the caller's where the caller is at work with the same
     * role. The same draw taken in twice is taken in once.
     */
    public void drawn(String programme, String draw, List<DrawnHousehold> households) {
        List<New> drawn = households.stream()
                .map(one -> new New(
                        one.number(),
                        one.area(),
                        Programme.Mode.DRAW,
                        draw,
                        one.key(),
                        List.of(),
                        null,
                        one.addressee(),
                        one.protectedAddress()))
                .toList();
        web.doInTransaction(() -> take(programmes.of(programme), drawn, Viewer.HUB));
    }

    /** Takes in a referred household and answers with its number, the next of the programme. */
    public String refer(Referral referral, Viewer by) {
        Programme programme = programmes.of(referral.programme());
        return web.inTransactionOrAgain(() -> {
            String number = nextNumber(programme);
            take(
                    programme,
                    List.of(new New(
                            number,
                            referral.area(),
                            Programme.Mode.REFERRAL,
                            null,
                            referral.place() == null ? null : vault.place(referral.place()),
                            referral.criteria(),
                            referral.referredBy(),
                            referral.addressee(),
                            referral.protectedAddress())),
                    by);
            return number;
        });
    }

    /** One at a time: two who refer at once get two numbers. */
    private String nextNumber(Programme programme) {
        web.sql()
                .sql("select pg_advisory_xact_lock(hashtext(:programme))")
                .param("programme", "candidate " + programme.code())
                .query((row, index) -> 1)
                .single();
        int last = web.sql()
                .sql("select coalesce(max(substring(number from 3)::integer), 0) from candidate"
                        + " where programme = :programme and number ~ '^K-[0-9]{1,8}$'")
                .param("programme", programme.code())
                .query(Integer.class)
                .single();
        return String.format(Locale.ROOT, "K-%04d", last + 1);
    }

    private void take(Programme programme, List<New> all, Viewer by) {
        Map<UUID, New> byId = new HashMap<>();
        all.forEach(one -> byId.put(UUID.randomUUID(), one));
        vault.admit(byId.keySet().stream().map(HouseholdId::new).toList());
        List<Object[]> rows = new ArrayList<>();
        byId.forEach((id, one) -> rows.add(row(id, one, programme)));
        web.batch().batchUpdate(INSERT, rows);
        web.sql()
                .sql(FIRST_EVENT)
                .param("by", by.subject())
                .param("name", by.name())
                .param("at", Timestamp.from(clock.now()))
                .param("ids", byId.keySet().stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    private @Nullable Object[] row(UUID id, New one, Programme programme) {
        return new @Nullable Object[] {
            id,
            programme.code(),
            one.number(),
            one.area(),
            one.way().name(),
            one.draw(),
            one.key(),
            "{" + String.join(",", one.criteria()) + "}",
            one.referredBy(),
            one.protectedAddress(),
            vault.seal(new HouseholdId(id), LABEL, Addressees.bytes(one.addressee())),
            Until.name(programme, Step.NEW, clock.today()),
            Until.key(programme, Step.NEW, clock.today()),
            clock.today()
        };
    }

    /**
     * The keyed hashes of those who were drawn or referred for the programme, or answered it, on or after the day, and
     * whoever takes part now: none of them is drawn again.
     */
    public List<byte[]> notAgain(String programme, LocalDate since) {
        return web.sql()
                .sql(
                        "select key from candidate c where programme = :programme and key is not null and (step = 'ACTIVE'"
                                + " or exists (select from candidate_event e where e.candidate_id = c.candidate_id and e.day >= :since))")
                .param("programme", programme)
                .param("since", since)
                .query((row, index) -> row.getBytes(1))
                .list();
    }
}
