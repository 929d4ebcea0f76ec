package dk.samblik.consent;

import dk.samblik.household.Cpr;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.population.Human;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A household as a test writes it for the desk. */
final class Household {

    private static int numbers = 1000;

    private final HouseholdId id = HouseholdId.random();
    private final String number = "H-" + numbers++;
    private final LocalDate enrolled;
    private final List<Map<String, Object>> members = new ArrayList<>();
    private LocalDate exit;

    Household(LocalDate enrolled) {
        this.enrolled = enrolled;
    }

    /** The id a person has at the desk; follows from the number, so that tests need not carry it. */
    static PersonId id(Human human) {
        return new PersonId(UUID.nameUUIDFromBytes(human.cpr().digits().getBytes()));
    }

    HouseholdId id() {
        return id;
    }

    LocalDate enrolled() {
        return enrolled;
    }

    Household exit(LocalDate day) {
        exit = day;
        return this;
    }

    Household adults(Human... humans) {
        for (Human human : humans) {
            member(human, "PARTICIPANT", "ADULT");
        }
        return this;
    }

    Household children(Human... humans) {
        for (Human human : humans) {
            member(human, "PARTICIPANT", "CHILD");
        }
        return this;
    }

    Household member(Human human, String participation, String relation) {
        return member(id(human), human.cpr(), participation, relation);
    }

    Household member(PersonId person, Cpr number, String participation, String relation) {
        Map<String, Object> member = new LinkedHashMap<>();
        member.put("person_id", person.toString());
        member.put("cpr", number.digits());
        member.put("participation", participation);
        member.put("relation", relation);
        member.put("from", enrolled.toString());
        member.put("to", null);
        members.add(member);
        return this;
    }

    /** Changes one field of the last member. */
    Household with(String field, Object value) {
        members.get(members.size() - 1).put(field, value);
        return this;
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("household_id", id.toString());
        json.put("number", number);
        json.put("area", "Mosebakken");
        json.put("project_code", "FREMSKUDT");
        json.put("enrolled", enrolled.toString());
        json.put("exit", exit == null ? null : exit.toString());
        json.put("members", members);
        return json;
    }
}
