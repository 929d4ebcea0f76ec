package dk.samblik.demo.enrolment;

/**
 * The acceptance cases of the domain reference (7.4) and the rules of 7.2 that data can tell, each a named household.
 * {@code H-9} + two digits of the case + a digit tells one variant from another: {@code H-9131} is case 13.
 */
public final class Stories {

    private final Desk desk;

    public Stories(Desk desk) {
        this.desk = desk;
    }

    /** Enrols every story. */
    public void enrol() {
        new AdultStories(this).enrol();
        new CoupleStories(this).enrol();
        new ChildStories(this).enrol();
        new CustodyStories(this).enrol();
        new AddressStories(this).enrol();
        new ProtectionStories(this).enrol();
        new RegisterStories(this).enrol();
    }

    /** A new household with a story. */
    Enrolling start(String number, String story) {
        return new Enrolling(desk, desk.home(), number, story);
    }

    Desk desk() {
        return desk;
    }
}
