package dk.samblik.demo.bolig;

import dk.samblik.demo.enrolment.Desk;
import dk.samblik.demo.people.Address;
import dk.samblik.demo.people.Area;
import dk.samblik.demo.people.Areas;
import dk.samblik.demo.people.Dice;
import dk.samblik.demo.people.Dwellings;
import dk.samblik.demo.people.Person;
import dk.samblik.demo.plan.Planted;
import dk.samblik.demo.plan.Setting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every tenancy of the areas, one for most dwellings, and those of tenants who left within three months. */
public final class TenancyPlan {

    private final Setting setting;
    private final Dwellings dwellings;
    private final Tenancies tenancies;

    private TenancyPlan(Setting setting, Dwellings dwellings) {
        this.setting = setting;
        this.dwellings = dwellings;
        this.tenancies = new Tenancies(setting);
    }

    /** Plants the rows of all tenancies. */
    public static List<Planted<TenancyRow>> make(Setting setting, Dwellings dwellings) {
        TenancyPlan plan = new TenancyPlan(setting, dwellings);
        plan.residents().forEach(plan::plant);
        return plan.tenancies.rows();
    }

    private Map<Address, List<Person>> residents() {
        Map<Address, List<Person>> homes = new LinkedHashMap<>();
        for (Person person : setting.town().people()) {
            Address address = person.residence().address();
            if (address != null && area(address) != null) {
                homes.computeIfAbsent(address, a -> new ArrayList<>()).add(person);
            }
        }
        return homes;
    }

    private void plant(Address address, List<Person> people) {
        Area area = area(address);
        List<Person> adults =
                people.stream().filter(p -> p.adultOn(setting.night())).toList();
        Dice dice = setting.dice("tenancy", address.key());
        boolean owned = address.floor().isEmpty() && dice.chance(0.5);
        if (area == null || adults.isEmpty() || owned && !setting.enrolled(adults.get(0))) {
            return;
        }
        List<Tenant> tenants = tenants(adults, dice);
        LocalDate from = setting.night().minusDays(dice.between(100, 4000));
        LocalDate until = dice.chance(0.02) ? setting.night().plusDays(dice.between(10, 60)) : null;
        Person first = tenants.get(0).person();
        boolean elsewhere =
                setting.marked(Desk.Mark.OTHER_DWELLING, first) || setting.enrolled(first) && dice.chance(0.05);
        Address let = elsewhere ? dwellings.vacant(area) : address;
        tenancies.add(new Tenancies.Contract(area, let, tenants, from, until, people.size()), dice);
        if (dice.chance(0.04)) {
            formerTenancy(area, adults.get(0), dice);
        }
    }

    // The tenancy the person had before this one; its row stays for three months.
    private void formerTenancy(Area area, Person person, Dice dice) {
        LocalDate until = setting.night().minusDays(dice.between(3, 88));
        LocalDate from = until.minusDays(dice.between(300, 3000));
        List<Tenant> tenants = List.of(tenant(person, setting.enrolled(person) ? 0.8 : 0.5, dice));
        tenancies.add(new Tenancies.Contract(area, dwellings.vacant(area), tenants, from, until, 2), dice);
    }

    private List<Tenant> tenants(List<Person> adults, Dice dice) {
        List<Person> order = new ArrayList<>(adults.subList(0, Math.min(2, adults.size())));
        boolean second = order.stream().anyMatch(p -> setting.marked(Desk.Mark.SECOND_TENANT, p));
        if (second) {
            Collections.reverse(order);
        } else if (order.size() == 2 && dice.chance(0.55)) {
            order.remove(1);
        }
        List<Tenant> tenants = new ArrayList<>();
        for (Person person : order) {
            double known = second ? 1 : setting.enrolled(person) ? 0.8 : 0.46;
            tenants.add(tenant(person, tenants.isEmpty() ? known : known * 0.6, dice));
        }
        return tenants;
    }

    private Tenant tenant(Person person, double known, Dice dice) {
        boolean numbered = setting.marked(Desk.Mark.KNOWN_EVERYWHERE, person) || dice.chance(known);
        String surname = dice.chance(0.05)
                ? setting.town().names().surname(dice)
                : person.name().surname();
        String cpr = numbered ? setting.numberIn("bolig", person) : "";
        return new Tenant(person, person.name().given() + " " + surname, cpr);
    }

    private static @Nullable Area area(Address address) {
        return Areas.ALL.stream()
                .filter(area ->
                        area.roads().stream().anyMatch(road -> road.code().equals(address.road())))
                .findFirst()
                .orElse(null);
    }
}
