package dk.samblik.demo.bu;

import dk.samblik.demo.people.Dice;
import dk.samblik.demo.plan.Planted;
import dk.samblik.demo.plan.Setting;
import java.util.List;

/** Everything the children and youth system holds about anybody of the town. */
public record BuPlan(List<BuRow> rows, List<Planted<BuTable>> counted) {

    public BuPlan {
        rows = List.copyOf(rows);
        counted = List.copyOf(counted);
    }

    /** Plants the rows of all children. */
    public static BuPlan make(Setting setting) {
        Book book = new Book(setting);
        Dice dice = setting.dice("bu");
        Offices offices = new Offices(setting.town().names(), dice);
        offices.write(book, dice);
        new FamilyCases(setting, book, offices).plant();
        new PupilRows(setting, book).plant();
        new DaycareRows(setting, book).plant();
        return new BuPlan(book.rows(), book.counted());
    }
}
