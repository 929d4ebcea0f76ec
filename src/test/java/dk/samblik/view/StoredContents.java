package dk.samblik.view;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.Grant;
import dk.samblik.access.Vault;
import dk.samblik.access.Viewer;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every section that stands, opened, as a line: person, register, content. For comparing what two runs left. */
public record StoredContents(JdbcClient owner, Vault vault, AccessLog log) {

    private static final String CURRENT = """
            select household_id, person_id, register, since_version, content_sealed from section where until_version is null
            """;

    /** The lines, in no order that means anything. */
    public List<String> lines() {
        List<Access> looks = owner.sql("select household_id from household").query(UUID.class).list().stream()
                .map(id -> Access.of(Access.Action.VIEW, Viewer.HUB, "test", new HouseholdId(id), "test"))
                .toList();
        Grant grant = log.record(looks);
        return owner.sql(CURRENT).query((row, number) -> line(grant, row)).list();
    }

    private String line(Grant grant, ResultSet row) throws SQLException {
        PersonId person = new PersonId(row.getObject("person_id", UUID.class));
        String register = row.getString("register");
        byte[] content = vault.open(
                grant,
                new HouseholdId(row.getObject("household_id", UUID.class)),
                SectionContent.label(person, register, row.getInt("since_version")),
                row.getBytes("content_sealed"));
        return "section|" + person + "|" + register + "|" + new String(content, StandardCharsets.UTF_8);
    }
}
