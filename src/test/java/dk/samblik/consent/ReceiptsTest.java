package dk.samblik.consent;

import static dk.samblik.consent.Household.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import dk.samblik.access.Grant;
import dk.samblik.access.TestAccess;
import dk.samblik.access.Viewer;
import dk.samblik.consent.ConsentRecord.Role;
import dk.samblik.consent.ConsentRecord.State;
import dk.samblik.household.Category;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Department;
import dk.samblik.population.Human;
import dk.samblik.storage.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/** A receipt says what was agreed or taken back, and is the same receipt for ever. */
class ReceiptsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
    private static final LocalDate ENROLLED = LocalDate.of(2026, 3, 1);
    private static final Instant ASKED = Instant.parse("2026-11-17T12:00:00Z");
    private static final Viewer MAJA =
            new Viewer("maja", "Maja Test", Viewer.Role.COORDINATOR, "Fjordsted Kommune", Set.of("Mosebakken"));
    private static TestDatabase database;

    @TempDir
    Path folder;

    private ConsentDesk desk;
    private Receipts receipts;
    private final Human anna = Human.born(LocalDate.of(1985, 3, 12), 0)
            .named("Anna", "Testesen")
            .at("0012", "012", ENROLLED.minusYears(3));
    private final Human bo =
            Human.born(LocalDate.of(1979, 5, 7), 0).named("Bo", "Testesen").at("0012", "012", ENROLLED.minusYears(3));
    private final Human father = Human.born(LocalDate.of(1980, 8, 9), 0).named("Carl", "Andetsteds");
    private final Human child = Human.born(LocalDate.of(2017, 6, 2), 0)
            .named("Dina", "Testesen")
            .at("0012", "012", ENROLLED.minusYears(3))
            .custodyOfBoth(anna.cpr(), father.cpr());
    private final Household home = new Household(ENROLLED).adults(anna, bo).children(child);
    private final Agreement hers = Agreement.own(home, anna);
    private final Agreement his = Agreement.own(home, bo);
    private final Agreement theChilds = Agreement.about(home, child).custody(anna, father);

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void threeConsents() {
        desk = new ConsentDesk(database, folder, TODAY);
        desk.empty();
        desk.records.load(TODAY.minusDays(1), anna, bo, child, father);
        desk.households(home);
        desk.consents(hers, his, theChilds);
        receipts = receipts(
                new DataController("Fjordsted Kommune", "12 34 56 78", null, "Borgerservice", "dpo@fjordsted.example"));
    }

    private Receipts receipts(DataController controller) {
        PopulationCheck check =
                new PopulationCheck(desk.log, desk.vault, desk.population, desk.notes, ConsentSettings.agreed());
        return new Receipts(
                database.web(),
                desk.vault,
                new Acts(database.web(), desk.vault),
                new ReceiptParties(database.web(), desk.vault, check, desk.population),
                controller,
                new CivilClock(Clock.fixed(ASKED, ZoneOffset.UTC)));
    }

    private Receipt receipt(UUID id) {
        return receipts.read(grant(), receipts.find(id).orElseThrow(), "request");
    }

    private Grant grant() {
        return TestAccess.grant(home.id());
    }

    private static ConsentRecord only(Receipt receipt) {
        assertThat(receipt.entries()).hasSize(1);
        return receipt.entries().get(0).record();
    }

    private static List<String> names(ConsentRecord record, Role role) {
        return record.parties(role).stream().map(ConsentRecord.Party::partyName).toList();
    }

    @Test
    void aConsentsIdLeadsToThatPersonsOwnSheet() {
        ConsentRecord record = only(receipt(theChilds.id()));

        assertThat(record.header().piiPrincipalId()).isEqualTo(id(child).value());
        assertThat(names(record, Role.PII_PRINCIPAL)).containsExactly("Dina Testesen");
        assertThat(names(record, Role.GRANTOR)).containsExactlyInAnyOrder("Anna Testesen", "Carl Andetsteds");
        assertThat(record.piiProcessing().piiSources()).containsExactly(Department.values());
        assertThat(record.state()).isEqualTo(State.ACTIVE);
    }

    @Test
    void theReceiptsIdLeadsToAllThatWasAgreedInOneAct() {
        Receipt act = receipt(receipt(hers.id()).id());

        assertThat(act.records())
                .extracting(record -> record.header().recordId())
                .containsExactlyInAnyOrder(hers.id(), his.id(), theChilds.id());
        assertThat(act.kind()).isEqualTo(Receipt.Kind.GIVEN);
        assertThat(receipt(his.id()).number()).isEqualTo(act.number());
    }

    @Test
    void whatWasAgreedOnAnotherDayHasAReceiptOfItsOwn() {
        UUID first = receipt(hers.id()).id();
        desk.consents(his.next().put("recorded_at", ENROLLED.plusDays(9) + "T10:00:00+01:00"));

        assertThat(receipt(his.id()).id()).isNotEqualTo(first);
        assertThat(only(receipt(his.id())).header().recordVersion()).isEqualTo(2);
    }

    @Test
    void itIsMadeOnceAndStaysTheSameWhateverTheRegisterSaysLater() {
        byte[] given = receipt(hers.id()).entries().get(0).json();
        desk.records.load(
                TODAY,
                Human.of(anna.cpr()).named("Anna", "Nyt-Navn").at("0012", "012", ENROLLED.minusYears(3)),
                bo,
                child,
                father);
        desk.population.load();

        assertThat(receipt(hers.id()).entries().get(0).json()).isEqualTo(given);
    }

    @Test
    void twoWhoAskFirstAtTheSameMomentGetTheSameReceipt() throws Exception {
        int readers = 6;
        ExecutorService threads = Executors.newFixedThreadPool(readers);
        try {
            List<Callable<UUID>> asks = new ArrayList<>();
            for (int i = 0; i < readers; i++) {
                UUID asked = List.of(hers, his, theChilds).get(i % 3).id();
                asks.add(() -> receipt(asked).id());
            }
            List<UUID> ids = new ArrayList<>();
            for (Future<UUID> answer : threads.invokeAll(asks)) {
                ids.add(answer.get());
            }
            assertThat(ids).hasSize(readers).containsOnly(ids.get(0));
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void itsHashIsThatOfTheRecordThatIsHandedOn() throws Exception {
        Receipt.Entry entry = receipt(hers.id()).entries().get(0);

        assertThat(entry.hash())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(entry.json())))
                .startsWith(entry.code().replace(" ", ""));
        assertThat(desk.owner
                        .sql("select encode(receipt_hash, 'hex') from receipt where consent_id = :id")
                        .param("id", hers.id())
                        .query(String.class)
                        .single())
                .isEqualTo(entry.hash());
    }

    @Test
    void aReceiptPutInThePlaceOfAnotherIsNotShown() {
        receipt(hers.id());
        desk.owner
                .sql("update receipt set receipt_hash = decode(repeat('00', 32), 'hex') where consent_id = :id")
                .param("id", hers.id())
                .update();
        assertThatThrownBy(() -> receipt(hers.id())).isInstanceOf(IllegalStateException.class);

        desk.owner
                .sql("update receipt set record_sealed = (select record_sealed from receipt where consent_id = :his)"
                        + " where consent_id = :hers")
                .param("his", his.id())
                .param("hers", hers.id())
                .update();
        assertThatThrownBy(() -> receipt(hers.id())).hasMessageContaining("does not open");
    }

    @Test
    void nobodyOpensOneWithoutARowInTheLog() {
        Receipts.Found found = receipts.find(hers.id()).orElseThrow();
        Grant other = TestAccess.grant(new Household(ENROLLED).id());

        assertThatThrownBy(() -> receipts.read(other, found, "request"))
                .isInstanceOf(dk.samblik.access.NotGranted.class);
        assertThat(desk.count("receipt")).isZero();
    }

    @Test
    void aProtectedNameIsOnNoReceipt() {
        Human hidden = Human.of(anna.cpr())
                .named("Anna", "Testesen")
                .at("0012", "012", ENROLLED.minusYears(3))
                .protectedFrom("0001", ENROLLED, "");
        desk.records.load(TODAY, hidden, bo, child, father);

        Receipt receipt = receipt(receipt(hers.id()).id());

        assertThat(receipt.entries())
                .extracting(entry -> new String(entry.json(), StandardCharsets.UTF_8))
                .noneMatch(json -> json.contains("Anna"))
                .anyMatch(json -> json.contains("Bo Testesen"));
    }

    @Test
    void noRecordHoldsANumber() {
        Receipt receipt = receipt(receipt(hers.id()).id());

        for (Receipt.Entry entry : receipt.entries()) {
            String json = new String(entry.json(), StandardCharsets.UTF_8);
            for (Human human : List.of(anna, bo, child, father)) {
                assertThat(json).doesNotContain(human.cpr().digits());
            }
        }
    }

    @Test
    void nothingOfItCanBeReadInTheTable() {
        receipt(hers.id());

        List<String> rows = desk.owner
                .sql("select encode(record_sealed, 'escape') || receipt::text from receipt")
                .query(String.class)
                .list();
        assertThat(rows).hasSize(3).noneMatch(row -> row.contains("Testesen") || row.contains("Fjordsted"));
    }

    @Test
    void withoutEvidenceItSaysThatTheConsentIsNotInForce() {
        desk.consents(hers.next().put("evidence_id", null));

        Receipt receipt = receipt(hers.id());

        assertThat(receipt.kind()).isEqualTo(Receipt.Kind.DRAFT);
        assertThat(only(receipt).state()).isEqualTo(State.DRAFT);
        assertThat(only(receipt).waiting()).isEqualTo(new ConsentRecord.Waiting(List.of(), true, null));
    }

    @Test
    void aDraftSaysWhoseWordIsMissingAndNamesThemUnlessTheyAreProtected() {
        Agreement alone = draft(5);
        Agreement again = draft(6);
        desk.consents(alone, again);

        ConsentRecord named = only(receipt(alone.id()));
        desk.records.load(
                TODAY,
                anna,
                bo,
                child,
                Human.of(father.cpr()).named("Carl", "Andetsteds").protectedFrom("0001", ENROLLED, ""));
        ConsentRecord unnamed = only(receipt(again.id()));

        assertThat(named.waiting())
                .isEqualTo(new ConsentRecord.Waiting(
                        List.of(new ConsentRecord.Awaited("awaited-1", Capacity.CUSTODY_HOLDER)), false, null));
        assertThat(unnamed.waiting()).isEqualTo(named.waiting());
        assertThat(names(named, Role.AWAITED)).containsExactly("Carl Andetsteds");
        assertThat(names(unnamed, Role.AWAITED)).containsOnlyNulls();
        assertThat(names(unnamed, Role.GRANTOR)).containsExactly("Anna Testesen");
    }

    /** The child's, recorded on another day than everything else, with its mother's word alone. */
    private Agreement draft(int day) {
        return Agreement.about(home, child)
                .custody(anna)
                .put("status", "DRAFT")
                .put("recorded_at", ENROLLED.plusDays(day) + "T10:00:00+01:00");
    }

    @Test
    void aMemberWhoseWordIsMissingIsTheSamePartyAsOnTheirOwnReceiptAndNeverNamedAfterSayingNo() {
        Human son = Human.born(LocalDate.of(2015, 4, 3), 0)
                .named("Emil", "Testesen")
                .at("0012", "012", ENROLLED.minusYears(3))
                .custodyOfBoth(anna.cpr(), bo.cpr());
        desk.empty();
        desk.records.load(TODAY.minusDays(1), anna, bo, son);
        Household here = new Household(ENROLLED).adults(anna).children(son).member(bo, "DECLINED", "ADULT");
        desk.households(here);
        Agreement draft = Agreement.about(here, son).custody(anna).put("status", "DRAFT");
        desk.consents(draft);

        ConsentRecord record = only(receipts.read(
                TestAccess.grant(here.id()), receipts.find(draft.id()).orElseThrow(), "request"));

        assertThat(record.waiting().words())
                .containsExactly(new ConsentRecord.Awaited(id(bo).toString(), Capacity.CUSTODY_HOLDER));
        assertThat(names(record, Role.AWAITED)).containsOnlyNulls();
    }

    @Test
    void aWithdrawalHasAReceiptThatSaysWhatAndWhen() {
        desk.withdrawal.withdraw(id(anna), new Withdrawn.Everything(), MAJA, "request");

        Receipt receipt = receipt(hers.id());

        ConsentRecord.Event taken = only(receipt).withdrawal();
        assertThat(receipt.kind()).isEqualTo(Receipt.Kind.WITHDRAWN);
        assertThat(taken.withdrawal()).isEqualTo(new ConsentRecord.Taken("ALL", null));
        assertThat(taken.eventTime()).startsWith(TODAY + "T12:00:");
        assertThat(only(receipt).state()).isEqualTo(State.WITHDRAWN);
        assertThat(names(only(receipt), Role.PII_PRINCIPAL)).containsExactly("Anna Testesen");
    }

    @Test
    void ofAPartItSaysWhatIsLeft() {
        desk.withdrawal.withdraw(id(anna), new Withdrawn.Source(Department.SOCIAL), MAJA, "request");
        desk.withdrawal.withdraw(id(anna), new Withdrawn.Kind(Category.MEASURES), MAJA, "request");
        desk.withdrawal.withdraw(id(anna), new Withdrawn.Recipient("HOUSEHOLD_ADULTS"), MAJA, "request");

        ConsentRecord record = only(receipt(hers.id()));

        assertThat(record.header().recordVersion()).isEqualTo(4);
        assertThat(record.state()).isEqualTo(State.ACTIVE);
        assertThat(record.withdrawal().withdrawal())
                .isEqualTo(new ConsentRecord.Taken("RECIPIENT", "HOUSEHOLD_ADULTS"));
        assertThat(record.piiProcessing().piiSources())
                .doesNotContain(Department.SOCIAL)
                .hasSize(4);
        assertThat(record.piiProcessing().piiInformation())
                .extracting(ConsentRecord.Kind::piiType)
                .doesNotContain(Category.MEASURES)
                .hasSize(Category.values().length - 1);
    }

    @Test
    void theLastToLeaveIsStillNamedThoughTheHouseholdsKeyIsGone() {
        receipt(theChilds.id());
        for (Human human : List.of(child, bo, anna)) {
            desk.withdrawal.withdraw(id(human), new Withdrawn.Everything(), MAJA, "request");
        }
        assertThat(desk.vault.holds(home.id())).isFalse();

        assertThat(names(only(receipt(hers.id())), Role.PII_PRINCIPAL)).containsExactly("Anna Testesen");
        assertThat(names(only(receipt(theChilds.id())), Role.PII_PRINCIPAL)).containsExactly("Dina Testesen");
    }

    @Test
    void withoutAPopulationRegisterItNamesNobodyAndIsMadeAllTheSame() throws IOException {
        Files.delete(desk.records.file("S", TODAY.minusDays(1)));
        desk = new ConsentDesk(database, folder, TODAY, ConsentSettings.agreed(), desk.vault);
        receipts = receipts(new DataController("Fjordsted Kommune", null, null, null, "dpo@fjordsted.example"));

        assertThat(names(only(receipt(hers.id())), Role.PII_PRINCIPAL)).containsOnlyNulls();
    }

    @Test
    void theHubCanNeitherChangeNorDeleteOne() {
        receipt(hers.id());

        for (String sql : List.of("update receipt set receipt_issued_at = now()", "delete from receipt")) {
            assertThatThrownBy(() -> database.web().sql().sql(sql).update()).isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> database.pipeline().sql().sql(sql).update())
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(desk.count("receipt")).isEqualTo(3);
    }

    @Test
    void itEndsWithTheConsent() {
        receipt(hers.id());
        desk.owner
                .sql("update household set exit_date = date '2020-01-01', enrolled = date '2019-01-01'")
                .update();
        desk.owner.sql("update consent set status = 'EXPIRED'").update();

        database.pipeline()
                .sql()
                .sql("select forget_households(date '2026-01-01', 10)")
                .query(Long.class)
                .single();

        assertThat(desk.count("consent")).isZero();
        assertThat(desk.count("receipt")).isZero();
    }

    @Test
    void everyRecordKeepsItsSchema() throws IOException {
        receipt(hers.id());
        desk.consents(his.next().put("evidence_id", null));
        receipt(his.id());
        desk.withdrawal.withdraw(id(anna), new Withdrawn.Source(Department.SOCIAL), MAJA, "request");
        receipt(hers.id());
        desk.withdrawal.withdraw(id(anna), new Withdrawn.Kind(Category.BENEFITS), MAJA, "request");
        receipt(hers.id());
        desk.withdrawal.withdraw(id(child), new Withdrawn.Everything(), MAJA, "request");
        receipt(theChilds.id());

        List<byte[]> records = new ArrayList<>(opened());
        Handed.all().forEach(receipt -> receipt.entries().forEach(entry -> records.add(entry.json())));
        JsonSchema schema = schema();

        assertThat(records).hasSizeGreaterThanOrEqualTo(14);
        for (byte[] record : records) {
            assertThat(schema.validate(ConsentDesk.JSON.readTree(record))).isEmpty();
        }
    }

    @Test
    void theSchemaRefusesWhatIsNoRecord() throws IOException {
        var record = ConsentDesk.JSON.readTree(Handed.family().entries().get(0).json());
        ((com.fasterxml.jackson.databind.node.ObjectNode) record.get("header")).put("person_cpr", "x");
        ((com.fasterxml.jackson.databind.node.ObjectNode) record).remove("events");

        assertThat(schema().validate(record)).hasSize(2);
    }

    private List<byte[]> opened() {
        return desk.owner
                .sql("select consent_id, version, record_sealed from receipt")
                .query((row, number) -> desk.vault.openRecord(
                        grant(),
                        home.id(),
                        "receipt|" + row.getObject(1, UUID.class) + "|" + row.getInt(2),
                        row.getBytes(3)))
                .list();
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(
                        Files.readString(Path.of("docs/schema/consent-record.json")),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
    }
}
