package dk.samblik.draw;

import dk.samblik.access.Grant;
import dk.samblik.access.Vault;
import dk.samblik.draw.Attempt.Stage;
import dk.samblik.draw.Draw.Source;
import dk.samblik.draw.Tally.What;
import dk.samblik.household.Cpr;
import dk.samblik.household.Department;
import dk.samblik.population.Dwelling;
import dk.samblik.population.Dwelling.Resident;
import dk.samblik.population.Population;
import dk.samblik.programme.Area;
import dk.samblik.programme.Programme;
import dk.samblik.programme.Programme.Protected;
import dk.samblik.programme.Programme.Strata;
import dk.samblik.register.Flags;
import dk.samblik.register.OpenCases;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Finds the households a draw is drawn from. Who cannot be drawn is not asked about; of the others the departments that
 * must be among them are asked first, about adults, and the rest only where those said yes.
 */
@Component
class Counting {

    private final Population population;
    private final OpenCases openCases;
    private final Vault vault;
    private final DrawnBefore before;
    private final DrawSettings settings;

    Counting(Population population, OpenCases openCases, Vault vault, DrawnBefore before, DrawSettings settings) {
        this.population = population;
        this.openCases = openCases;
        this.vault = vault;
        this.before = before;
        this.settings = settings;
    }

    /** A household and the area of the programme it lives in. */
    private record Home(Dwelling dwelling, String area) {}

    /** Whom this draw is drawn from now, against a look that is in the access log; says how far it is while it counts. */
    Pool pool(Grant look, Programme programme, Draw draw, Underway underway) {
        if (settings.municipality().isEmpty()) {
            throw new NoMunicipality();
        }
        underway.at(Stage.PEOPLE);
        population.load();
        Tally tally = new Tally(draw.areas());
        List<Home> asked = notLeftOut(programme, draw, tally);
        List<Flags> flags = new ArrayList<>();
        Set<Department> must = Set.copyOf(draw.criteria().mustInclude());
        underway.at(Stage.FIRST);
        List<Home> left = must.isEmpty() ? asked : withAll(look, must, asked, flags, underway);
        Set<Department> others = others(programme, must);
        underway.at(Stage.OTHERS);
        flags.addAll(openCases.ask(look, others, numbers(left, resident -> true), underway));
        List<Home> eligible = left.stream()
                .filter(home ->
                        departments(home, flags).size() >= draw.criteria().minimumDepartments())
                .toList();
        return named(programme, draw, eligible, tally, flags);
    }

    private List<Home> notLeftOut(Programme programme, Draw draw, Tally tally) {
        List<LeftOut> rules =
                LeftOut.rules(enrolled(), before.within(programme, draw), draw.protection() == Protected.EXCLUDE);
        List<Home> asked = new ArrayList<>();
        for (Dwelling dwelling : population.dwellings(address -> address.municipality()
                        .equals(settings.municipality())
                && area(programme, draw, address.road(), address.house()).isPresent())) {
            String area = area(
                            programme,
                            draw,
                            dwelling.address().road(),
                            dwelling.address().house())
                    .orElseThrow();
            LeftOut.first(rules, dwelling)
                    .ifPresentOrElse(why -> tally.add(area, why), () -> asked.add(new Home(dwelling, area)));
        }
        return asked;
    }

    private static Optional<String> area(Programme programme, Draw draw, String road, String house) {
        return programme.areaOf(road, house).map(Area::name).filter(draw.areas()::contains);
    }

    private Predicate<Resident> enrolled() {
        Set<String> hashes = before.enrolled();
        return resident -> resident.numbers().stream().anyMatch(number -> hashes.contains(hex(vault.hash(number))));
    }

    private List<Home> withAll(
            Grant look, Set<Department> must, List<Home> homes, List<Flags> flags, Underway underway) {
        flags.addAll(openCases.ask(look, must, numbers(homes, Resident::adult), underway));
        return homes.stream()
                .filter(home -> departments(home, flags).containsAll(must))
                .toList();
    }

    private Set<Department> others(Programme programme, Set<Department> asked) {
        Set<Department> others = EnumSet.noneOf(Department.class);
        others.addAll(openCases.departments());
        others.retainAll(programme.team().departments());
        others.removeAll(asked);
        return others;
    }

    private static Set<Cpr> numbers(List<Home> homes, Predicate<Resident> which) {
        return homes.stream()
                .flatMap(home -> home.dwelling().residents().stream())
                .filter(which)
                .map(Resident::numbers)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
    }

    private static Set<Department> departments(Home home, List<Flags> flags) {
        Set<Cpr> there = numbers(List.of(home), resident -> true);
        return flags.stream()
                .filter(answer -> there.stream().anyMatch(answer.open()::contains))
                .map(Flags::answersFor)
                .collect(Collectors.toSet());
    }

    private Pool named(Programme programme, Draw draw, List<Home> eligible, Tally tally, List<Flags> flags) {
        UnaryOperator<byte[]> keys = vault.keysOfDraw(draw.id());
        boolean byArea = Optional.ofNullable(programme.draw())
                .filter(how -> how.strata() == Strata.AREA)
                .isPresent();
        Map<String, String> strata = new HashMap<>();
        Map<String, String> areas = new HashMap<>();
        Map<String, Dwelling> dwellings = new HashMap<>();
        for (Home home : eligible) {
            String key = hex(keys.apply(home.dwelling().address().key().getBytes(StandardCharsets.UTF_8)));
            strata.put(key, byArea ? home.area() : "*");
            areas.put(key, home.area());
            dwellings.put(key, home.dwelling());
            tally.add(home.area(), What.ELIGIBLE);
            if (LeftOut.isProtected(home.dwelling())) {
                tally.add(home.area(), What.PROTECTED);
            }
        }
        return new Pool(strata, areas, dwellings, tally, sources(flags));
    }

    private static List<Source> sources(List<Flags> flags) {
        return flags.stream()
                .map(answer ->
                        new Source(answer.register(), answer.title(), answer.asOf(), answer.stale(), answer.unread()))
                .toList();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
