package dk.samblik.view;

import dk.samblik.access.Vault;
import dk.samblik.household.CivilClock;
import dk.samblik.storage.Database;

/** What tests of other packages need of this one. */
public final class TestPublish {

    private TestPublish() {}

    /** The stage itself on this database. */
    public static Publish on(Database pipeline, Vault vault, CivilClock clock) {
        return PublishStory.publishing(pipeline, vault, clock);
    }
}
