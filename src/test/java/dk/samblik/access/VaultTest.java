package dk.samblik.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.household.Cpr;
import dk.samblik.household.HouseholdId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is sealed opens in its own place only, against a grant only, and never again once its key is gone. */
class VaultTest {

    private static final byte[] PLAIN = "noget om nogen".getBytes(StandardCharsets.UTF_8);
    private static final String LABEL = "section|person|jobcenter";

    private final Vault vault = TestAccess.vault();
    private final HouseholdId mine = HouseholdId.random();
    private final HouseholdId other = HouseholdId.random();

    @Test
    void whatIsSealedOpensAgainstAGrant() {
        byte[] sealed = vault.seal(mine, LABEL, PLAIN);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("noget");
        assertThat(vault.open(TestAccess.grant(mine), mine, LABEL, sealed)).isEqualTo(PLAIN);
    }

    @Test
    void aGrantForAnotherHouseholdOpensNothing() {
        byte[] sealed = vault.seal(mine, LABEL, PLAIN);

        assertThatThrownBy(() -> vault.open(TestAccess.grant(other), mine, LABEL, sealed))
                .isInstanceOf(NotGranted.class);
    }

    @Test
    void contentMovedToAnotherHouseholdDoesNotOpen() {
        byte[] sealed = vault.seal(mine, LABEL, PLAIN);
        vault.admit(java.util.List.of(other));

        assertThatThrownBy(() -> vault.open(TestAccess.grant(mine, other), other, LABEL, sealed))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void contentMovedToAnotherLabelDoesNotOpen() {
        byte[] sealed = vault.seal(mine, LABEL, PLAIN);

        assertThatThrownBy(() -> vault.open(TestAccess.grant(mine), mine, "section|person|social", sealed))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void aBitThatIsTurnedIsNoticed() {
        byte[] sealed = vault.seal(mine, LABEL, PLAIN);
        sealed[sealed.length / 2] ^= 1;

        assertThatThrownBy(() -> vault.open(TestAccess.grant(mine), mine, LABEL, sealed))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void aDestroyedHouseholdCanNeitherBeOpenedNorSealedAgain() {
        byte[] sealed = vault.seal(mine, LABEL, PLAIN);
        vault.destroy(mine);

        assertThatThrownBy(() -> vault.open(TestAccess.grant(mine), mine, LABEL, sealed))
                .isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> vault.seal(mine, LABEL, PLAIN)).isInstanceOf(SealBroken.class);
    }

    @Test
    void aConsentDocumentOutlivesItsHousehold() {
        byte[] sealed = vault.sealRecord("consent|1", PLAIN);
        vault.destroy(mine);

        assertThat(vault.openRecord(TestAccess.grant(mine), mine, "consent|1", sealed))
                .isEqualTo(PLAIN);
        assertThatThrownBy(() -> vault.openRecord(TestAccess.grant(mine), mine, "consent|2", sealed))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void aNumberIsLookedUpByAHashThatNeedsTheKey() {
        Cpr cpr = Cpr.read("1204859907").orElseThrow();

        assertThat(vault.hash(cpr)).hasSize(32).isEqualTo(vault.hash(cpr));
        assertThat(TestAccess.vault().hash(cpr)).isNotEqualTo(vault.hash(cpr));
        assertThat(vault.indexKey(cpr.digits())).isNotEqualTo(TestAccess.vault().indexKey(cpr.digits()));
    }

    @Test
    void aDigestTellsHouseholdsApart() {
        assertThat(vault.digest(mine, PLAIN)).isEqualTo(vault.digest(mine, PLAIN));
        assertThat(vault.digest(mine, PLAIN)).isNotEqualTo(vault.digest(other, PLAIN));
    }
}
