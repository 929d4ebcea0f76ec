package dk.samblik.view;

import dk.samblik.access.Grant;
import dk.samblik.access.Vault;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.mapping.MappingFile;
import dk.samblik.mapping.Mappings;
import dk.samblik.register.RegisterFile;
import dk.samblik.register.Registers;
import dk.samblik.storage.Database;
import dk.samblik.view.Frame.RegisterShown;
import dk.samblik.view.Frames.Framed;
import dk.samblik.view.Kept.Made;
import dk.samblik.view.SealedSections.Fresh;
import dk.samblik.view.SealedSections.Sealed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Views as people read them, merged from sections at the moment of reading, against a grant. What is not in force today is
 * in none of them, earlier versions included, and where somebody is protected today none of them says where home is.
 */
@Component
public class Views {

    private final Frames frames;
    private final SealedSections sealed;
    private final StoredSections sections;
    private final Versions versions;
    private final CivilClock clock;

    @Autowired
    Views(
            @Qualifier("webDatabase") Database database,
            Vault vault,
            Registers registers,
            Mappings mappings,
            CivilClock clock) {
        this(
                database,
                vault,
                clock,
                registers.all().stream()
                        .map(register -> shown(register, mappings))
                        .toList());
    }

    private static RegisterShown shown(RegisterFile register, Mappings mappings) {
        Optional<MappingFile> mapping = mappings.find(register.name());
        return new RegisterShown(
                register.name(),
                register.title(),
                register.answersFor(),
                register.staleAfter(),
                mapping.map(MappingFile::version).orElse(""),
                mapping.map(MappingFile::fields).orElse(List.of()));
    }

    Views(Database database, Vault vault, CivilClock clock, List<RegisterShown> registers) {
        this.frames = new Frames(database, registers);
        this.sealed = new SealedSections(database);
        this.sections = new StoredSections(vault);
        this.versions = new Versions(database);
        this.clock = clock;
    }

    /** The view as it stands; empty when there is no such household. Without any consent in force it holds no content. */
    public Optional<HouseholdView> read(Grant grant, HouseholdId household) {
        return Optional.ofNullable(read(grant, List.of(household)).get(household));
    }

    /** As {@link #read(Grant, HouseholdId)} for many, in a fixed number of questions. */
    Map<HouseholdId, HouseholdView> read(Grant grant, Collection<HouseholdId> households) {
        List<HouseholdId> granted = households.stream().filter(grant::covers).toList();
        Map<HouseholdId, List<Sealed>> content = sealed.current(granted);
        Map<HouseholdId, List<Fresh>> freshness = sealed.freshness(granted);
        Map<HouseholdId, HouseholdView> views = new HashMap<>();
        frames.find(granted, clock.today(), clock.now()).forEach((id, framed) -> {
            List<PersonSections> persons =
                    sections.opened(grant, content.getOrDefault(id, List.of()), freshness.getOrDefault(id, List.of()));
            views.put(id, Merge.merge(framed.frame(), persons, clock.today(), clock.now()));
        });
        return views;
    }

    /** What may be counted of these households, in a fixed number of questions; one that is not there is left out. */
    public Map<HouseholdId, Told> told(Grant grant, Collection<HouseholdId> households) {
        List<HouseholdId> granted = households.stream().filter(grant::covers).toList();
        Map<HouseholdId, List<Sealed>> content = sealed.current(granted);
        Map<HouseholdId, List<Fresh>> freshness = sealed.freshness(granted);
        Map<HouseholdId, Told> told = new HashMap<>();
        frames.find(granted, clock.today(), clock.now()).forEach((id, framed) -> {
            List<PersonSections> persons =
                    sections.opened(grant, content.getOrDefault(id, List.of()), freshness.getOrDefault(id, List.of()));
            told.put(id, Tellings.of(framed.frame(), persons, clock.today()));
        });
        return told;
    }

    /**
     * An earlier version, of what may still be shown; the oldest that is kept in place of one that no longer is. Empty when
     * there never was such a version.
     */
    public Optional<HouseholdView> at(Grant grant, HouseholdId household, int version) {
        return Optional.ofNullable(at(grant, Map.of(household, version)).get(household));
    }

    /** As {@link #at(Grant, HouseholdId, int)} for many, each at a version of its own. */
    Map<HouseholdId, HouseholdView> at(Grant grant, Map<HouseholdId, Integer> wanted) {
        List<HouseholdId> granted =
                wanted.keySet().stream().filter(grant::covers).toList();
        Map<HouseholdId, TreeMap<Integer, Instant>> published = versions.of(granted);
        Map<HouseholdId, List<Sealed>> content = sealed.everyVersion(granted);
        Map<HouseholdId, HouseholdView> views = new HashMap<>();
        frames.find(granted, clock.today(), clock.now()).forEach((id, framed) -> {
            Map.Entry<Integer, Instant> version =
                    Versions.kept(published.getOrDefault(id, new TreeMap<>()), wanted.getOrDefault(id, 0));
            if (version != null) {
                views.put(
                        id,
                        new Past(grant, framed, content.getOrDefault(id, List.of()))
                                .at(version.getKey(), version.getValue()));
            }
        });
        return views;
    }

    /** A version and the one before it, both of what may still be shown. */
    public record Step(HouseholdView before, HouseholdView after) {}

    /**
     * These versions, each with the one before it; a version is left out where either is not kept any more. A fixed number of
     * questions, whatever is wanted.
     */
    public Map<HouseholdId, Map<Integer, Step>> steps(Grant grant, Map<HouseholdId, Set<Integer>> wanted) {
        List<HouseholdId> granted =
                wanted.keySet().stream().filter(grant::covers).toList();
        Map<HouseholdId, TreeMap<Integer, Instant>> published = versions.of(granted);
        Map<HouseholdId, List<Sealed>> content = sealed.everyVersion(granted);
        Map<HouseholdId, Map<Integer, Step>> steps = new HashMap<>();
        frames.find(granted, clock.today(), clock.now()).forEach((id, framed) -> {
            TreeMap<Integer, Instant> all = published.getOrDefault(id, new TreeMap<>());
            Past past = new Past(grant, framed, content.getOrDefault(id, List.of()));
            Map<Integer, Step> own = steps.computeIfAbsent(id, household -> new HashMap<>());
            for (int version : wanted.getOrDefault(id, Set.of())) {
                Map.Entry<Integer, Instant> before = all.lowerEntry(version);
                Instant at = all.get(version);
                if (before != null && at != null) {
                    own.put(version, new Step(past.at(before.getKey(), before.getValue()), past.at(version, at)));
                }
            }
        });
        return steps;
    }

    /** Every version that is kept, newest first, each of what may still be shown. */
    public List<Kept> kept(Grant grant, HouseholdId household) {
        List<HouseholdId> granted = grant.covers(household) ? List.of(household) : List.of();
        List<Sealed> every = sealed.everyVersion(granted).getOrDefault(household, List.of());
        Framed framed = frames.find(granted, clock.today(), clock.now()).get(household);
        if (framed == null) {
            return List.of();
        }
        Past past = new Past(grant, framed, every);
        Map<Integer, Made> made = versions.made(household);
        return published(household).entrySet().stream()
                .map(version -> new Kept(past.at(version.getKey(), version.getValue()), made.get(version.getKey())))
                .toList();
    }

    /** What is new since a version, as far back as versions are kept. */
    public List<Change> since(Grant grant, HouseholdId household, int version) {
        Optional<HouseholdView> before = at(grant, household, version);
        Optional<HouseholdView> now = read(grant, household);
        return before.isPresent() && now.isPresent() ? Changes.between(before.get(), now.get()) : List.of();
    }

    /** What is new since the end of a day. */
    public List<Change> sinceDate(Grant grant, HouseholdId household, LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay(CivilClock.COPENHAGEN).toInstant();
        TreeMap<Integer, Instant> published = versions.of(List.of(household)).getOrDefault(household, new TreeMap<>());
        return Versions.standing(published, end)
                .map(version -> since(grant, household, version))
                .orElse(List.of());
    }

    /** When each version was published, newest first. */
    public NavigableMap<Integer, Instant> published(HouseholdId household) {
        return versions.of(List.of(household))
                .getOrDefault(household, new TreeMap<>())
                .descendingMap();
    }

    Map<HouseholdId, TreeMap<Integer, Instant>> published(Collection<HouseholdId> households) {
        return versions.of(households);
    }

    /** A household's versions. Whoever is protected today is so in every one: an old address is the address. */
    private final class Past {

        private final Grant grant;
        private final Framed framed;
        private final List<Sealed> every;
        private final boolean hidden;

        Past(Grant grant, Framed framed, List<Sealed> every) {
            this.grant = grant;
            this.framed = framed;
            this.every = every;
            Frame today = framed.frame();
            this.hidden = Merge.hidesAddresses(today, sections.opened(grant, every, today.version(), today));
        }

        HouseholdView at(int version, Instant published) {
            List<PersonSections> then = sections.opened(grant, every, version, framed.frame());
            List<PersonSections> persons =
                    hidden ? then.stream().map(PersonSections::inProtectedHome).toList() : then;
            LocalDate day = LocalDate.ofInstant(published, CivilClock.COPENHAGEN);
            return Merge.merge(framed.at(version, published), persons, day, published);
        }
    }
}
