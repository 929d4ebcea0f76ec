package dk.samblik.demo.people;

import static dk.samblik.demo.people.Person.Holder.FATHER;
import static dk.samblik.demo.people.Person.Holder.MOTHER;

import java.util.ArrayList;
import java.util.List;

/** Ordinary families as they live in the areas: one adult, couples, children of all ages, three generations. */
public final class Families {

    private Families() {}

    /** Fills a home with a family of ordinary shape; now and then with a lodger. */
    public static void ordinary(Home home) {
        Dice dice = home.dice();
        int shape = dice.below(100);
        if (shape < 38) {
            single(home, dice.between(19, 84));
        } else if (shape < 55) {
            couple(home, dice.between(21, 80));
        } else if (shape < 73) {
            children(home, List.of(mother(home)), dice.between(1, 3));
        } else {
            children(home, couple(home, dice.between(24, 48)), dice.between(1, 4));
        }
        if (dice.chance(0.02)) {
            home.lodger(dice.between(20, 60), dice.any(Sex.M, Sex.K));
        }
    }

    /** A family of two to six members, for the consent desk; one in ten is a single person. */
    public static void enrolled(Home home) {
        Dice dice = home.dice();
        int shape = dice.below(100);
        if (shape < 10) {
            single(home, dice.between(19, 64));
        } else if (shape < 20) {
            couple(home, dice.between(23, 62));
        } else if (shape < 55) {
            children(home, List.of(mother(home)), dice.between(1, 4));
        } else {
            children(home, couple(home, dice.between(25, 47)), dice.between(1, 4));
        }
    }

    /** One adult. */
    public static Person single(Home home, int age) {
        return home.adult(age, home.dice().any(Sex.M, Sex.K));
    }

    /** A woman and a man of about the same age, married or not. */
    public static List<Person> couple(Home home, int age) {
        Person woman = home.adult(age, Sex.K);
        Person man = home.adult(Math.max(19, age + home.dice().between(-4, 5)), Sex.M);
        if (home.dice().chance(0.5)) {
            home.marry(woman, man);
        }
        return List.of(woman, man);
    }

    private static Person mother(Home home) {
        return home.adult(home.dice().between(22, 50), Sex.K);
    }

    private static void children(Home home, List<Person> parents, int count) {
        Person mother = parents.get(0);
        int oldest = Math.min(22, mother.ageOn(home.today()) - 19);
        for (int age : ages(home.dice(), oldest, count)) {
            if (parents.size() == 2) {
                home.child(home.birthday(age), mother, parents.get(1), MOTHER, FATHER);
            } else if (home.dice().chance(0.4)) {
                home.child(home.birthday(age), mother, null, MOTHER);
            } else {
                Person father = home.elsewhere(mother.ageOn(home.today()) + 2, Sex.M);
                home.child(home.birthday(age), mother, father, custody(home.dice()));
            }
        }
    }

    private static Person.Holder[] custody(Dice dice) {
        return dice.chance(0.6) ? new Person.Holder[] {MOTHER, FATHER} : new Person.Holder[] {MOTHER};
    }

    private static List<Integer> ages(Dice dice, int oldest, int count) {
        List<Integer> ages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ages.add(dice.below(Math.max(1, oldest + 1)));
        }
        return ages;
    }
}
