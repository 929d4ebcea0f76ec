package dk.samblik.draw;

import dk.samblik.access.Vault;
import dk.samblik.enrolment.Candidates;
import dk.samblik.household.CivilClock;
import dk.samblik.population.Dwelling;
import dk.samblik.programme.Programme;
import dk.samblik.storage.Database;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Who takes part already, and who was drawn or said no lately, by keyed hashes alone. */
@Component
class DrawnBefore {

    private final Database database;
    private final Candidates candidates;
    private final Vault vault;
    private final CivilClock clock;

    DrawnBefore(@Qualifier("drawDatabase") Database database, Candidates candidates, Vault vault, CivilClock clock) {
        this.database = database;
        this.candidates = candidates;
        this.vault = vault;
        this.clock = clock;
    }

    /** Keyed hashes, hexadecimal, of everybody in a household that takes part, whether they have consented or not. */
    Set<String> enrolled() {
        return new HashSet<>(database.sql()
                .sql("select m.cpr_hash from member m join household h using (household_id)"
                        + " where m.member_to is null and (h.exit_date is null or h.exit_date >= :today)")
                .param("today", clock.today())
                .query((row, at) -> HexFormat.of().formatHex(row.getBytes(1)))
                .list());
    }

    /** Whether a household was drawn, or said no, within the months the draw's criteria name. */
    Predicate<Dwelling> within(Programme programme, Draw draw) {
        LocalDate since = clock.today().minusMonths(draw.criteria().excludeMonths());
        Set<String> places = candidates.notAgain(programme.code(), since).stream()
                .map(key -> HexFormat.of().formatHex(key))
                .collect(Collectors.toSet());
        return dwelling -> places.contains(
                HexFormat.of().formatHex(vault.place(dwelling.address().key())));
    }
}
