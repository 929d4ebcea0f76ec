package dk.samblik.demo.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes one family at one dwelling, a person at a time. Holds who was made, by the town's ids, so that later changes are
 * seen.
 */
public final class Home {

    private static final int FIRST = 20;
    private static final int LAST = 340;

    private final Town town;
    private final Area area;
    private final Address address;
    private final Dice dice;
    private final String surname;
    private final List<Integer> ids = new ArrayList<>();
    private final Set<String> given = new HashSet<>();

    Home(Town town, Area area, Address address, Dice dice) {
        this.town = town;
        this.area = area;
        this.address = address;
        this.dice = dice;
        this.surname = town.names().surname(dice);
    }

    /** The area it stands in. */
    public Area area() {
        return area;
    }

    /** The dwelling. */
    public Address address() {
        return address;
    }

    /** The civil date of the night. */
    public LocalDate today() {
        return town.night();
    }

    /** Choices about this home. */
    public Dice dice() {
        return dice;
    }

    /** Everybody registered here when it was made, in the order made. */
    public List<Person> people() {
        return ids.stream().map(town::person).toList();
    }

    /** An adult of the family of about this age. */
    public Person adult(int age, Sex sex) {
        return resident(
                birthday(age), sex, dice.chance(0.55) ? surname : town.names().surname(dice), none('U'));
    }

    /** Somebody of another family who lives here too. */
    public Person lodger(int age, Sex sex) {
        return resident(birthday(age), sex, town.names().surname(dice), none('U'));
    }

    /** Somebody who lives in another municipality and belongs to this family otherwise. */
    public Person elsewhere(int age, Sex sex) {
        return make(birthday(age), sex, town.names().surname(dice), none('U'), Areas.abroad(dice));
    }

    /** A child of two parents, one of them possibly null, with custody by those given. */
    public Person child(LocalDate birth, @Nullable Person mother, @Nullable Person father, Person.Holder... custody) {
        List<Person.Custody> rows = new ArrayList<>();
        for (Person.Holder holder : custody) {
            rows.add(new Person.Custody(holder, 0, birth));
        }
        int motherId = mother == null ? 0 : mother.id();
        int fatherId = father == null ? 0 : father.id();
        Person.Family family = new Person.Family(motherId, fatherId, 0, 'U', rows, null);
        return resident(birth, dice.any(Sex.M, Sex.K), surname, family);
    }

    /** Marries two people. */
    public void marry(Person one, Person other) {
        town.correct(one.with(none('G', other.id())));
        town.correct(other.with(none('G', one.id())));
    }

    /** A birthday that gives this age on the night, neither 1 January nor close to the night, with numbers left. */
    public LocalDate birthday(int age) {
        LocalDate day = birthday(age, dice.between(FIRST, LAST));
        while (!town.numbers().left(day)) {
            day = birthday(age, dice.between(FIRST, LAST));
        }
        return day;
    }

    private LocalDate birthday(int age, int before) {
        LocalDate day = town.night().minusYears(age).minusDays(before);
        return day.getDayOfYear() == 1 ? day.plusDays(1) : day;
    }

    private Person resident(LocalDate birth, Sex sex, String family, Person.Family relations) {
        Person person = make(birth, sex, family, relations, address);
        ids.add(person.id());
        return person;
    }

    private Person make(LocalDate birth, Sex sex, String family, Person.Family relations, Address at) {
        String first = town.names().given(sex, given, dice);
        given.add(first);
        LocalDate since = birth.plusDays(1).isAfter(movedIn()) ? birth : movedIn();
        return town.add(new Person(
                town.nextId(),
                dice.uuid(),
                new Person.Identity(town.numbers().issue(birth, sex, dice), sex, birth, null, null),
                new Person.Name(first, town.names().middle(dice), family),
                new Person.Residence("01", at, since, null),
                relations,
                List.of(),
                null));
    }

    private LocalDate movedIn() {
        return town.night().minusDays(400 + Math.floorMod(address.key().hashCode(), 4000));
    }

    private static Person.Family none(char civil) {
        return none(civil, 0);
    }

    private static Person.Family none(char civil, int spouse) {
        return new Person.Family(0, 0, spouse, civil, List.of(), null);
    }
}
