package dk.samblik.demo.people;

import java.time.LocalDate;
import java.util.List;

/** What a population register holds among ordinary people: protection, special road codes, guardians, changed numbers. */
public final class Oddities {

    private final Town town;
    private final Dice dice;

    public Oddities(Town town) {
        this.town = town;
        this.dice = town.dice("oddities");
    }

    /** Goes through people without a part in any story and makes some of them unusual. */
    public void spread(List<Person> people) {
        for (Person person : people) {
            int one = dice.below(1000);
            if (one < 9) {
                protect(person);
            } else if (one < 12 && person.adultOn(town.night())) {
                withoutFixedAbode(person);
            } else if (one < 15 && person.ageOn(town.night()) > 40) {
                guardian(person);
            } else if (one < 21) {
                earlierNumber(person);
            } else if (one < 60 && person.ageOn(town.night()) > 25) {
                town.correct(person.working(dice.any("PENSIONIST", "SOSU-ASSISTENT", "TØMRER", "BUSCHAUFFØR")));
            }
        }
        changes(people);
    }

    // The last days before the night each have a few changes nobody planned.
    private void changes(List<Person> people) {
        for (LocalDate day = town.statusLoad().plusDays(1); day.isBefore(town.night()); day = day.plusDays(1)) {
            Person person = town.person(dice.pick(people).id());
            if (person.residence().address() != null && person.adultOn(town.night())) {
                town.change(day, person.working(dice.any("STUDERENDE", "KOK", "LAGERMEDARBEJDER", "PENSIONIST")));
            }
        }
    }

    private void protect(Person person) {
        String type = dice.any("0001", "0001", "0003", "0004");
        LocalDate from = town.night().minusDays(dice.between(5, 700));
        LocalDate until = dice.chance(0.1) ? from.withYear(2101) : from.plusYears(1);
        town.correct(person.with(List.of(new Person.Protection(type, from, dice.chance(0.1) ? null : until))));
    }

    private void withoutFixedAbode(Person person) {
        Address special = new Address(Areas.MUNICIPALITY, "9901", "Uden fast bopæl", "1", "", "", "9988", "Fjordsted");
        town.correct(person.with(new Person.Residence(
                "03", special, town.night().minusDays(90), person.residence().address())));
    }

    private void guardian(Person person) {
        Person other = town.person(dice.between(1, town.people().size()));
        if (other.adultOn(town.night()) && other.id() != person.id()) {
            Person.Family family = person.family();
            Person.Guardian guardian =
                    new Person.Guardian(other.id(), town.night().minusDays(900));
            town.correct(person.with(new Person.Family(
                    family.mother(), family.father(), family.spouse(), family.civil(), family.custody(), guardian)));
        }
    }

    private void earlierNumber(Person person) {
        Person.Identity now = person.identity();
        String earlier = town.numbers().issue(now.birth(), dice.any(Sex.M, Sex.K), dice);
        LocalDate day = town.night().minusDays(dice.between(60, 2000));
        town.correct(person.with(new Person.Identity(now.cpr(), now.sex(), now.birth(), earlier, day)));
    }
}
