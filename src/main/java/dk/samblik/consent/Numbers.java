package dk.samblik.consent;

import dk.samblik.access.Grant;
import dk.samblik.access.SealBroken;
import dk.samblik.access.Vault;
import dk.samblik.household.Cpr;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.storage.Database;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The CPR numbers of those who take part, opened against a grant; nothing else reads them for a page. */
@Component
public class Numbers {

    private final Database web;
    private final Vault vault;

    Numbers(@Qualifier("webDatabase") Database web, Vault vault) {
        this.web = web;
        this.vault = vault;
    }

    /** Whose number it is, and in which household. */
    public record Numbered(PersonId person, HouseholdId household, Cpr number) {}

    private record Sealed(PersonId person, HouseholdId household, byte[] number) {}

    /** Of those households that the grant covers. A number whose key is gone is nobody's. */
    public List<Numbered> of(Grant grant, Collection<HouseholdId> households) {
        return sealed(households.stream().filter(grant::covers).toList()).stream()
                .flatMap(one ->
                        open(grant, one).map(number -> new Numbered(one.person(), one.household(), number)).stream())
                .toList();
    }

    private List<Sealed> sealed(List<HouseholdId> households) {
        return web.sql()
                .sql("select person_id, household_id, cpr_sealed from member"
                        + " where household_id = any(cast(:ids as uuid[])) and cpr_sealed is not null")
                .param("ids", Rows.ids(households))
                .query((row, at) -> new Sealed(
                        new PersonId(row.getObject(1, UUID.class)),
                        new HouseholdId(row.getObject(2, UUID.class)),
                        row.getBytes(3)))
                .list();
    }

    private Optional<Cpr> open(Grant grant, Sealed member) {
        try {
            byte[] digits = vault.open(grant, member.household(), Member.label(member.person()), member.number());
            return Cpr.read(new String(digits, StandardCharsets.US_ASCII));
        } catch (SealBroken gone) {
            return Optional.empty();
        }
    }
}
