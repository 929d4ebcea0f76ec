package dk.samblik.run;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dk.samblik.household.CivilClock;
import dk.samblik.storage.TestDatabase;

/** The off-switches of routes, for tests of what obeys them. */
public final class TestSwitches {

    private TestSwitches() {}

    /** As they stand in this database. */
    public static Switches on(TestDatabase database, CivilClock clock) {
        return new Switches(database.pipeline(), database.ops(), new OperatorActions(database.ops(), clock), clock);
    }

    /** What operators did in this database. */
    public static OperatorActions actions(TestDatabase database) {
        return new OperatorActions(database.ops(), new CivilClock(java.time.Clock.systemUTC()));
    }

    /** None is off, where there is no database. */
    public static Switches allOn() {
        Switches switches = mock(Switches.class);
        when(switches.mayAsk(anyString())).thenReturn(true);
        when(switches.mayGoOn(anyString())).thenReturn(true);
        return switches;
    }
}
