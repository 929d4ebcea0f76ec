package dk.samblik.view;

import dk.samblik.access.Vault;
import dk.samblik.household.CivilClock;
import dk.samblik.household.PersonId;
import dk.samblik.storage.Database;
import java.util.UUID;

/** What tests of other packages need of this one. */
public final class TestPublish {

    private TestPublish() {}

    /** The stage itself on this database. */
    public static Publish on(Database pipeline, Vault vault, CivilClock clock) {
        return PublishStory.publishing(pipeline, vault, clock);
    }

    /** What tells a person what is stored. */
    public static Holdings holdings(Database web, Vault vault) {
        return new Holdings(web, vault);
    }

    /** What a section's seal is bound to. */
    public static String label(UUID person, String register, int since) {
        return SectionContent.label(new PersonId(person), register, since);
    }
}
