package dk.samblik.register;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Whether each register can be reached, found out without asking about anybody: a folder looked into, a login, a token. */
public final class SourceCheck {

    private static final String POPULATION = "folkeregister";

    private final RegisterSettings settings;

    private SourceCheck(RegisterSettings settings) {
        this.settings = settings;
    }

    /** How one register answered: {@code code} is OK, or why not; {@code detail} the day of a delivery, else empty. */
    public record Answer(String register, String kind, String code, String detail) {

        public boolean answers() {
            return code.equals("OK");
        }
    }

    /** Every register of the mapping files in this folder, and the population register. */
    public static List<Answer> all(Path mappings, Environment environment) {
        SourceCheck check = new SourceCheck(Binder.get(environment).bindOrCreate("samblik", RegisterSettings.class));
        List<Answer> answers = new ArrayList<>();
        for (RegisterFile file : Registers.read(mappings)) {
            answers.add(check.knock(file));
        }
        answers.add(check.population());
        return answers;
    }

    private Answer knock(RegisterFile file) {
        RegisterSettings.Connection connection = settings.register().get(file.name());
        if (connection == null || Registers.missing(file, settings).findAny().isPresent()) {
            return new Answer(file.name(), file.kind().name(), "NOT_CONFIGURED", "");
        }
        String detail = "";
        String code;
        try {
            switch (file.kind()) {
                case CSV -> detail = delivery(file, connection);
                case JDBC -> login(file, connection);
                case REST ->
                    new RestCalls(file.serviceShape(), connection, new Pace(connection.pace()), () -> true)
                            .knock(Deadline.in(connection.limit()));
            }
            code = detail.equals("-") ? "NO_DELIVERY" : "OK";
        } catch (NotAnswered refused) {
            code = refused.reason();
        } catch (SQLException refused) {
            code = Reasons.of(refused);
        } catch (IOException none) {
            code = file.kind() == RegisterFile.Kind.CSV ? "NO_FOLDER" : "NO_ANSWER";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            code = "NO_ANSWER";
        }
        return new Answer(file.name(), file.kind().name(), code, detail);
    }

    private static String delivery(RegisterFile file, RegisterSettings.Connection connection) throws IOException {
        Path folder = connection.folder();
        return folder == null
                ? "-"
                : new DeliveryFolder(folder, file)
                        .newest()
                        .map(DeliveryFolder.Lying::day)
                        .orElse("-");
    }

    private static void login(RegisterFile file, RegisterSettings.Connection connection) throws SQLException {
        try (HikariDataSource pool = RegisterDatabases.pool("check-" + file.name(), connection);
                Connection opened = pool.getConnection();
                Statement statement = opened.createStatement()) {
            statement.execute("select 1");
        }
    }

    private Answer population() {
        Optional<Path> folder =
                Optional.ofNullable(settings.register().get(POPULATION)).map(RegisterSettings.Connection::folder);
        if (folder.isEmpty()) {
            return new Answer(POPULATION, "CPR", "NOT_CONFIGURED", "");
        }
        try (Stream<Path> files = Files.list(folder.get())) {
            return new Answer(POPULATION, "CPR", files.findAny().isPresent() ? "OK" : "NO_DELIVERY", "");
        } catch (IOException none) {
            return new Answer(POPULATION, "CPR", "NO_FOLDER", "");
        }
    }
}
