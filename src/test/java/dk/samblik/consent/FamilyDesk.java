package dk.samblik.consent;

import dk.samblik.access.Vault;
import dk.samblik.access.Viewer;
import dk.samblik.household.Category;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.population.Human;
import dk.samblik.population.Population;
import dk.samblik.run.Run;
import dk.samblik.run.TestRuns;
import dk.samblik.storage.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One family at the desk and before the gate, for histories that other packages follow to what is stored. */
public final class FamilyDesk {

    private final ConsentDesk desk;
    private final Household home;
    private final Map<PersonId, Agreement> agreements = new HashMap<>();
    private LocalDate delivered;

    /** A family that is the only one in this database, enrolled on a day, with a population register in the folder. */
    public FamilyDesk(TestDatabase database, Path folder, Vault vault, LocalDate today, LocalDate enrolled) {
        desk = new ConsentDesk(database, folder, today, ConsentSettings.agreed(), vault);
        desk.empty();
        home = new Household(enrolled);
        delivered = today;
    }

    /** Who signs for somebody, in what capacity. */
    public record Signer(Human human, String capacity) {}

    public static PersonId id(Human human) {
        return Household.id(human);
    }

    public HouseholdId home() {
        return home.id();
    }

    public CivilClock clock() {
        return desk.clock;
    }

    public Population population() {
        return desk.population;
    }

    public TestRuns runs() {
        return desk.runs;
    }

    /** It becomes noon of this day. */
    public void itIs(LocalDate day) {
        desk.itIs(day);
    }

    /** The population register delivers everybody anew; the delivery before is gone. */
    public void deliver(LocalDate day, Collection<Human> all) {
        if (!day.equals(delivered)) {
            desk.records.file("S", delivered).toFile().delete();
        }
        delivered = day;
        desk.records.load(day, all.toArray(Human[]::new));
    }

    /** Writes somebody down as a participant from a day. */
    public void join(Human human, String relation, LocalDate from) {
        home.member(human, "PARTICIPANT", relation).with("from", from.toString());
    }

    /** Hands in the household as it is written down. */
    public void handIn() {
        taken(desk.households(home));
    }

    /** Records the next version of the consent about somebody, signed today. */
    public void give(
            Human about,
            List<Signer> signers,
            Set<Department> sources,
            Set<Category> categories,
            LocalDate today,
            LocalDate lastDay) {
        Agreement agreement = agreements.computeIfAbsent(id(about), who -> Agreement.about(home, about));
        agreement.renewed(desk.now());
        signers.forEach(signer -> agreement.by(signer.human().cpr(), signer.capacity(), today));
        List<String> kinds = categories.stream().map(Enum::name).toList();
        agreement
                .sources(sources.toArray(Department[]::new))
                .put("categories", kinds)
                .put("recipients", List.of(Map.of("recipient", "MUNICIPAL_TEAM", "categories", kinds)))
                .put("valid_to", lastDay.toString());
        taken(desk.consents(agreement));
    }

    /** Takes a consent back, whole or in part. */
    public void withdraw(Human about, Withdrawn what) {
        desk.withdrawal.withdraw(id(about), what, Viewer.HUB, "history").orElseThrow();
        Agreement agreement = agreements.get(id(about));
        agreement.version(desk.newest(agreement.id()));
    }

    /** The chunk of a run, as the gate makes it; empty when the household is closed. */
    public Optional<Chunk> ask(Run run) {
        desk.population.load();
        desk.gate.open(run);
        Iterator<Chunk> chunks = desk.gate.chunks(run);
        return chunks.hasNext() ? Optional.of(chunks.next()) : Optional.empty();
    }

    private static void taken(ImportResult result) {
        if (!result.taken()) {
            throw new AssertionError("refused: " + result.refused());
        }
    }
}
