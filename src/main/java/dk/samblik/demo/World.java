package dk.samblik.demo;

import dk.samblik.demo.bolig.TenancyPlan;
import dk.samblik.demo.bolig.TenancyRow;
import dk.samblik.demo.bu.BuPlan;
import dk.samblik.demo.enrolment.Desk;
import dk.samblik.demo.enrolment.EnrolledHousehold;
import dk.samblik.demo.enrolment.OrdinaryHouseholds;
import dk.samblik.demo.enrolment.Stories;
import dk.samblik.demo.jobcenter.JobCenterPlan;
import dk.samblik.demo.jobcenter.JobCenterRow;
import dk.samblik.demo.people.Dwellings;
import dk.samblik.demo.people.Families;
import dk.samblik.demo.people.Oddities;
import dk.samblik.demo.people.Town;
import dk.samblik.demo.plan.Planted;
import dk.samblik.demo.plan.Setting;
import dk.samblik.demo.social.SocialPlan;
import java.time.LocalDate;
import java.util.List;

/**
 * The example municipality on one night: its people, what its consent desk has written down, and every row its registers
 * hold. The same seed, night and size give the same world. Nothing here is written anywhere; {@link DemoRegisters} does
 * that.
 */
public final class World {

    private final Town town;
    private final Desk desk;
    private final Setting setting;
    private final List<Planted<JobCenterRow>> jobcenter;
    private final List<Planted<TenancyRow>> bolig;
    private final BuPlan bu;
    private final SocialPlan social;

    private World(long seed, LocalDate night, WorldSize size) {
        town = new Town(seed, night);
        Dwellings dwellings = new Dwellings(town, size.households());
        desk = new Desk(town, dwellings);
        if (size.stories() == WorldSize.Stories.ALL) {
            new Stories(desk).enrol();
        }
        OrdinaryHouseholds ordinary = new OrdinaryHouseholds(desk);
        long open = desk.households().stream().filter(EnrolledHousehold::open).count();
        for (int n = 1; open + n <= size.open(); n++) {
            ordinary.enrol(n);
        }
        int enrolled = town.people().size();
        while (dwellings.homes() < size.households()) {
            Families.ordinary(dwellings.next());
        }
        new Oddities(town).spread(town.people().subList(enrolled, town.people().size()));
        setting = new Setting(seed, town, desk);
        jobcenter = JobCenterPlan.make(setting);
        bu = BuPlan.make(setting);
        social = SocialPlan.make(setting);
        bolig = TenancyPlan.make(setting, dwellings);
    }

    /** Makes the world of a night. */
    public static World make(long seed, LocalDate night, WorldSize size) {
        return new World(seed, night, size);
    }

    /** The civil date of the night. */
    public LocalDate night() {
        return town.night();
    }

    /** Its people. */
    public Town town() {
        return town;
    }

    /** Its consent desk. */
    public Desk desk() {
        return desk;
    }

    Setting setting() {
        return setting;
    }

    /** Every row of the job centre. */
    public List<Planted<JobCenterRow>> jobcenter() {
        return jobcenter;
    }

    /** Every row of the housing association. */
    public List<Planted<TenancyRow>> bolig() {
        return bolig;
    }

    /** Everything of the children and youth system. */
    public BuPlan bu() {
        return bu;
    }

    /** Everything of social services. */
    public SocialPlan social() {
        return social;
    }
}
