package dk.samblik.demo.people;

import java.util.List;
import java.util.Set;

/** Invented names, Danish and others; now and then one too long for a column of 34 characters. */
public final class Names {

    private final List<String> women = WordList.read("given-women");
    private final List<String> men = WordList.read("given-men");
    private final List<String> longOnes = WordList.read("given-long");
    private final List<String> middles = WordList.read("middle");
    private final List<String> surnames = WordList.read("surnames");

    /** A first name that is not among those already in the family. */
    String given(Sex sex, Set<String> taken, Dice dice) {
        if (dice.chance(0.008)) {
            String name = longOnes.get(sex == Sex.K ? 0 : 1);
            if (!taken.contains(name)) {
                return name;
            }
        }
        String name = dice.pick(sex == Sex.K ? women : men);
        while (taken.contains(name)) {
            name = dice.pick(sex == Sex.K ? women : men);
        }
        return name;
    }

    /** A middle name for one in five, else empty. */
    String middle(Dice dice) {
        return dice.chance(0.2) ? dice.pick(middles) : "";
    }

    /** A family name. */
    public String surname(Dice dice) {
        return dice.pick(surnames);
    }

    /** Any name for staff, given name and surname. */
    public String staff(Dice dice) {
        return dice.pick(dice.chance(0.6) ? women : men) + " " + dice.pick(surnames.subList(0, 70));
    }
}
