package dk.samblik.effect;

import dk.samblik.access.Vault;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.storage.Database;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Takes a person who asks to be erased out of the series; what was released, a number of many, stays. */
@Component
public class ErasedSeries {

    private static final String HOUSEHOLD_ALONE = """
            delete from effect_household h where subject = :subject
               and not exists (select from effect_figure f where f.subject = h.subject and f.who <> :household
                                 and not (:agreements = any(f.sources)))
            """;

    private final Database effect;
    private final Vault vault;

    ErasedSeries(@Qualifier("effectDatabase") Database effect, Vault vault) {
        this.effect = effect;
        this.vault = vault;
    }

    /**
     * Deletes the figures of a person in a household, and where nobody else's are left the household's own and those of its
     * agreements; how many months' figures were the person's.
     */
    public int forget(HouseholdId household, PersonId person) {
        byte[] subject = vault.pseudonym("household", household.value());
        return effect.inTransaction(() -> {
            int gone = effect.sql()
                    .sql("delete from effect_figure where subject = :subject and who = :who")
                    .param("subject", subject)
                    .param("who", vault.pseudonym("who", person.value()))
                    .update();
            effect.sql()
                    .sql(HOUSEHOLD_ALONE)
                    .param("subject", subject)
                    .param("household", vault.pseudonym("who", household.value()))
                    .param("agreements", Agreements.SOURCE)
                    .update();
            return gone;
        });
    }
}
