package dk.samblik.demo.bolig;

import dk.samblik.demo.people.Address;
import dk.samblik.demo.people.Area;
import dk.samblik.demo.people.Dice;
import dk.samblik.demo.plan.Fate;
import dk.samblik.demo.plan.Planted;
import dk.samblik.demo.plan.Seen;
import dk.samblik.demo.plan.Setting;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes contracts into rows, each with the lines its tenants must see. */
final class Tenancies {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Setting setting;
    private final List<Planted<TenancyRow>> rows = new ArrayList<>();
    private final Map<Area, Integer> numbers = new HashMap<>();

    Tenancies(Setting setting) {
        this.setting = setting;
    }

    /** A contract: who, where, from when to when, and how many live there. */
    record Contract(
            Area area,
            Address address,
            List<Tenant> tenants,
            LocalDate from,
            @Nullable LocalDate until,
            int persons) {}

    List<Planted<TenancyRow>> rows() {
        return List.copyOf(rows);
    }

    void add(Contract contract, Dice dice) {
        Area area = contract.area();
        String number = String.valueOf(numbers.merge(area, 1, Integer::sum));
        Arrears arrears = Arrears.roll(setting.night(), dice);
        String key = area.company() + "-" + area.department() + "-" + number;
        List<Integer> owners = new ArrayList<>();
        List<Seen> seen = new ArrayList<>();
        for (Tenant tenant : contract.tenants()) {
            if (!tenant.cpr().isEmpty()) {
                owners.add(tenant.person().id());
                seen.add(line(tenant, key, contract, arrears));
                disagreement(tenant, contract, seen);
            }
        }
        Fate fate = owners.isEmpty() ? Fate.NOBODYS : Fate.MAPPED;
        rows.add(new Planted<>(row(contract, number, arrears, dice), owners, fate, seen));
    }

    private static Seen line(Tenant tenant, String key, Contract contract, Arrears arrears) {
        return Seen.of(
                tenant.person().id(),
                "tenancy",
                tenant.person().shownName(),
                key,
                contract.from(),
                contract.until(),
                arrears.owed() ? "ARREARS" : "NONE",
                arrears.since(),
                arrears.step(),
                arrears.terminated(),
                arrears.eviction());
    }

    private void disagreement(Tenant tenant, Contract contract, List<Seen> seen) {
        Address registered = tenant.person().residence().address();
        LocalDate until = contract.until();
        boolean current = until == null || !until.isBefore(setting.night());
        if (current
                && registered != null
                && !registered.key().equals(contract.address().key())) {
            String kind = setting.protectedHousehold(tenant.person()) ? "ADDRESS_HIDDEN" : "ADDRESS";
            seen.add(Seen.of(tenant.person().id(), "disagree", tenant.person().shownName(), kind));
        }
    }

    private static TenancyRow row(Contract contract, String number, Arrears arrears, Dice dice) {
        List<Tenant> tenants = contract.tenants();
        Address address = contract.address();
        boolean two = tenants.size() > 1;
        String post = address.postcode();
        List<String> values = new ArrayList<>(List.of(
                String.valueOf(contract.area().company()),
                String.valueOf(contract.area().department()),
                number,
                tenants.get(0).name(),
                tenants.get(0).cpr(),
                two ? tenants.get(1).name() : "",
                two ? tenants.get(1).cpr() : "",
                spelled(address, dice),
                post.startsWith("0") ? post.substring(1) : post,
                address.city(),
                date(contract.from()),
                date(contract.until()),
                dice.chance(0.9) ? String.valueOf(contract.persons()) : ""));
        values.addAll(money(arrears, dice));
        return new TenancyRow(values);
    }

    private static List<String> money(Arrears arrears, Dice dice) {
        return List.of(
                dice.chance(0.9) ? dice.between(4, 9) + "." + dice.between(100, 999) + ",00" : "",
                arrears.amount(),
                date(arrears.since()),
                arrears.step(),
                date(arrears.terminated()),
                date(arrears.eviction()),
                dice.any("Ja", "Nej", "Nej", ""),
                dice.any("Sanne Lund", "Per Æblegård", "", ""));
    }

    private static String spelled(Address address, Dice dice) {
        String tail = address.floor().isEmpty()
                ? ""
                : " " + address.floor() + " " + address.door().toUpperCase(Locale.ROOT);
        return switch (dice.below(10)) {
            case 0 -> address.spoken().replace(". ", ".") + (address.floor().isEmpty() ? "" : ".");
            case 1 -> address.roadName() + " " + address.houseField().strip() + tail;
            case 2 -> address.spoken() + "  ";
            default -> address.spoken();
        };
    }

    private static String date(@Nullable LocalDate date) {
        return date == null ? "" : date.format(DATE);
    }
}
