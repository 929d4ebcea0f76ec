package dk.samblik.enrolment;

import dk.samblik.access.Grant;
import dk.samblik.access.Vault;
import dk.samblik.household.HouseholdId;
import dk.samblik.storage.Database;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Those whom one draw drew, in their order, for the people of the draw: first without names, then against a look at each. */
@Component
public class DrawnList {

    private final Database web;
    private final Vault vault;

    DrawnList(@Qualifier("webDatabase") Database web, Vault vault) {
        this.web = web;
        this.vault = vault;
    }

    /** One of them, its name still sealed; null where it is no longer kept. {@code logged} is how the access log knows it. */
    public record Sealed(
            HouseholdId logged, String number, String area, boolean protectedAddress, byte @Nullable [] name) {

        @Override
        public String toString() {
            return "Sealed[" + number + "]";
        }
    }

    /** Everybody the draw of this number drew. */
    public List<Sealed> of(String draw) {
        return web.sql()
                .sql("select candidate_id, number, area, protected_address, name_sealed from candidate"
                        + " where draw = :draw order by number")
                .param("draw", draw)
                .query((row, at) -> new Sealed(
                        new HouseholdId(row.getObject("candidate_id", UUID.class)),
                        row.getString("number"),
                        row.getString("area"),
                        row.getBoolean("protected_address"),
                        row.getBytes("name_sealed")))
                .list();
    }

    /** Name and address, against a committed row that names this one; empty texts where they are no longer kept. */
    public Addressee open(Grant look, Sealed one) {
        byte[] sealed = one.name();
        return sealed == null
                ? new Addressee("", "")
                : Addressees.read(vault.open(look, one.logged(), Candidates.LABEL, sealed));
    }
}
