package dk.samblik.campaign.canary;

import dk.samblik.demo.World;
import dk.samblik.demo.enrolment.EnrolledHousehold;
import dk.samblik.demo.enrolment.PlannedConsent;
import dk.samblik.demo.people.Person;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whose number something is, and which registers may be asked about whom: as the world was planned, not as the hub decides. */
final class Covered {

    private static final int DIGITS = 10;

    private final World world;
    private final Map<String, Integer> byNumber = new HashMap<>();
    private final Map<Integer, Set<String>> sources = new HashMap<>();
    private final Set<Integer> hiddenAddress = new HashSet<>();

    Covered(World world) {
        this.world = world;
        for (Person person : world.town().people()) {
            byNumber.put(person.cpr(), person.id());
            if (person.identity().earlier() != null) {
                byNumber.put(person.identity().earlier(), person.id());
            }
        }
        for (EnrolledHousehold household : world.desk().households()) {
            for (PlannedConsent consent : household.inForce()) {
                sources.put(consent.subject(), Set.copyOf(consent.sources()));
            }
            if (household.members().stream().anyMatch(member -> hidden(member.person()))) {
                household.members().forEach(member -> hiddenAddress.add(member.person()));
            }
        }
    }

    private boolean hidden(int person) {
        LocalDate night = world.night();
        return world.town().person(person).protections().stream()
                .filter(protection -> protection.type().equals("0001"))
                .filter(protection -> !protection.from().isAfter(night))
                .anyMatch(protection -> protection.until() == null);
    }

    /** Whose number this is, also with a hyphen or with its leading zero lost; 0 for nobody of the town. */
    int person(String written) {
        String digits = written.replace("-", "").strip();
        return byNumber.getOrDefault(digits.length() == DIGITS - 1 ? "0" + digits : digits, 0);
    }

    /** Whether the register that answers for this source may be asked about the person. */
    boolean by(String source, int person) {
        return sources.getOrDefault(person, Set.of()).contains(source);
    }

    /** Whether the address of the person's household is protected for as long as this runs. */
    boolean addressHidden(int person) {
        return hiddenAddress.contains(person);
    }

    /** Everybody of the town, with every number they have or had. */
    Map<String, Integer> numbers() {
        return Map.copyOf(byNumber);
    }

    /** People about whom not one register may be asked. */
    List<Person> withoutConsent() {
        return world.town().people().stream()
                .filter(person -> sources.getOrDefault(person.id(), Set.of()).isEmpty())
                .toList();
    }
}
