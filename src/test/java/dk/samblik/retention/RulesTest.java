package dk.samblik.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dk.samblik.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything has an end: a table, or a type that writes files, without a rule fails the build by its name. */
class RulesTest {

    private static final JavaClasses SAMBLIK = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dk.samblik");

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient owner = JdbcClient.create(database.owner());

    @AfterEach
    void close() {
        database.close();
    }

    private List<String> tables() {
        return owner.sql("""
                        select c.relname from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                         where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema')
                           and n.nspname not like 'pg\\_toast%'
                         order by 1
                        """).query(String.class).list();
    }

    private List<String> tablesWithoutRule() {
        return tables().stream()
                .filter(table -> Rules.shipped().stream().noneMatch(rule -> rule.ofTable(table)))
                .toList();
    }

    @Test
    void everyTableHasARule() {
        assertThat(tables()).contains("section", "access_log", "qrtz_triggers", "schema_history");
        assertThat(tablesWithoutRule()).isEmpty();
    }

    @Test
    void aPlantedTableIsNoticedByName() {
        owner.sql("create table note (text text)").update();

        assertThat(tablesWithoutRule()).containsExactly("note");
    }

    @Test
    void noRuleIsOfATableThatIsNotThere() {
        List<String> tables = tables();
        for (Rule rule : Rules.shipped()) {
            for (String name : rule.tables()) {
                Rule alone = new Rule("", "", Set.of(name), Set.of(), "", "", rule.by());
                assertThat(tables).as(name).anyMatch(alone::ofTable);
            }
        }
    }

    @Test
    void everyTypeThatWritesFilesHasARule() {
        assertThat(writersWithoutRule(SAMBLIK)).isEmpty();
        assertThat(new FileWriters(SAMBLIK).names()).contains("KeystoreFile", "Passwords", "MasterKeyFile");
    }

    private static Set<String> writersWithoutRule(JavaClasses classes) {
        Set<String> without = new TreeSet<>(new FileWriters(classes).names());
        Rules.shipped().forEach(rule -> without.removeAll(rule.writers()));
        return without;
    }

    /** Writes a file of which no rule knows. */
    private static final class Planted {
        static void write(Path file) throws IOException {
            Files.writeString(file, "");
        }
    }

    @Test
    void aPlantedWriterIsNoticedByName() {
        assertThat(writersWithoutRule(new ClassFileImporter().importClasses(Planted.class)))
                .containsExactly("Planted");
    }

    @Test
    void everyWriterThatIsNamedThereIs() {
        Set<String> writers = new FileWriters(SAMBLIK).names();
        Rules.shipped().forEach(rule -> assertThat(writers).as(rule.name()).containsAll(rule.writers()));
    }
}
