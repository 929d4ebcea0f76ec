package dk.samblik.population;

import dk.samblik.household.CivilClock;
import dk.samblik.household.Cpr;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The population register as last delivered whole, asked about people by number and by address. A delivery that is not
 * whole, or does not follow the last one, changes nothing: the last good state stays, with its date, until that is too
 * old to rely on.
 */
@Component
public class Population {

    private static final Logger LOG = LoggerFactory.getLogger(Population.class);

    private final @Nullable RecordFolder folder;
    private final PopulationSettings settings;
    private final CivilClock clock;
    private volatile @Nullable RecordSet set;
    private volatile List<HeldBack> heldBack = List.of();

    Population(PopulationSettings settings, CivilClock clock) {
        this.folder = settings.folder() == null ? null : new RecordFolder(settings.folder());
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Takes what has been delivered since the last time. Throws {@link PopulationUnavailable} when there is nothing to
     * rely on.
     */
    public synchronized void load() {
        if (folder == null) {
            throw new PopulationUnavailable("NO_FOLDER");
        }
        RecordFolder.Content content = folder.content();
        if (!content.heldBack().equals(heldBack)) {
            content.heldBack().forEach(held -> LOG.warn("{} is held back: {}", held.file(), held.reason()));
        }
        heldBack = content.heldBack();
        RecordSet before = set;
        RecordSet after = content.set();
        if (after != null && (before == null || !after.asOf().isBefore(before.asOf()))) {
            set = after;
        }
        reliable();
    }

    /** The production date of the newest delivery that counts. */
    public LocalDate asOf() {
        return reliable().asOf();
    }

    /** What was delivered and is not taken, with the reason; for the people who run the hub. */
    public List<HeldBack> heldBack() {
        return heldBack;
    }

    /**
     * The people with these numbers, by the number asked for; an earlier number leads to the person as of now. Who is not
     * in the register is not in the answer.
     */
    public Map<Cpr, Person> find(Collection<Cpr> numbers) {
        RecordSet now = reliable();
        Map<Cpr, Person> found = new HashMap<>();
        for (Cpr number : numbers) {
            if (!found.containsKey(number)) {
                Optional.ofNullable(now.find(number))
                        .flatMap(records -> person(now, records))
                        .ifPresent(person -> found.put(number, person));
            }
        }
        return found;
    }

    /**
     * The register household of an address: everybody of status 01 who lives there, in no order that means anything. So
     * does somebody whose records name the address and have no status that can be read: a dwelling is never thought empty.
     */
    public List<Person> livingAt(Address address) {
        RecordSet now = reliable();
        Map<Cpr, Person> there = new HashMap<>();
        now.at(address)
                .flatMap(records -> person(now, records).stream())
                .filter(person -> lives(person, address))
                .forEach(person -> there.put(person.cpr(), person));
        return List.copyOf(there.values());
    }

    /**
     * Every register household at an address of these, without a name: for a draw, which must not know one before it is
     * locked. One walk through the whole register.
     */
    public List<Dwelling> dwellings(Predicate<Address> within) {
        RecordSet now = reliable();
        Dwellings found = new Dwellings(within, now.asOf(), clock.today());
        now.everybody().forEach(records -> records.number().ifPresent(number -> found.add(records, number, now)));
        return found.all();
    }

    /**
     * The key of the address that people write like this, with or without postcode and city; empty where nobody lives at
     * such an address, or it may be more than one. One walk through the whole register, which reads no name.
     */
    public Optional<String> keyOf(String written) {
        WrittenAddress wanted = new WrittenAddress(written);
        List<String> keys = reliable()
                .everybody()
                .flatMap(records -> records
                        .one(2)
                        .filter(place -> Records.atHome(records.status()) && !AddressKey.special(place))
                        .filter(place -> records.one(3).filter(wanted::is).isPresent())
                        .map(place -> AddressKey.of(place).key())
                        .stream())
                .distinct()
                .limit(2)
                .toList();
        return keys.size() == 1 ? Optional.of(keys.get(0)) : Optional.empty();
    }

    private static boolean lives(Person person, Address address) {
        return person.address() != null && person.address().key().equals(address.key());
    }

    private Optional<Person> person(RecordSet now, Records records) {
        return records.number()
                .map(number -> new PersonReading(records, now.asOf(), clock.today())
                        .read(number, now.numbers(records, number)));
    }

    private RecordSet reliable() {
        RecordSet now = set;
        if (now == null) {
            throw new PopulationUnavailable("NO_STATUS_LOAD");
        }
        if (now.asOf().plusDays(settings.maxAge().toDays()).isBefore(clock.today())) {
            throw new PopulationUnavailable("TOO_OLD");
        }
        return now;
    }
}
