package dk.samblik.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.samblik.demo.enrolment.Desk;
import dk.samblik.demo.enrolment.EnrolledHousehold;
import dk.samblik.demo.enrolment.Member;
import dk.samblik.programme.Programmes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what the desk knows as the hub's import files: households, consents, teams. */
final class ImportFiles {

    /** Where the demo's hub reads them, too. */
    private static final Path PROGRAMMES = Path.of("programmes");

    private final World world;
    private final Programmes programmes = Programmes.in(PROGRAMMES);
    private final ObjectMapper json = new ObjectMapper();

    ImportFiles(World world) {
        this.world = world;
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Desk desk = world.desk();
        ConsentJson consents = new ConsentJson(world.town(), programmes);
        write(
                folder,
                "households",
                desk.households().stream().map(this::household).toList());
        write(
                folder,
                "consents",
                desk.households().stream()
                        .flatMap(household -> consents.of(household).stream())
                        .toList());
        write(folder, "teams", TeamsJson.all());
    }

    private void write(Path folder, String name, List<Map<String, @Nullable Object>> items) throws IOException {
        json.writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve(name + ".json").toFile(), Map.of(name, items));
    }

    private Map<String, @Nullable Object> household(EnrolledHousehold household) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("household_id", household.id().toString());
        map.put("number", household.number());
        map.put("area", household.area().name());
        map.put(
                "project_code",
                programmes.ofArea(household.area().name()).orElseThrow().code());
        map.put("enrolled", household.enrolled().toString());
        LocalDate exit = household.exit();
        map.put("exit", exit == null ? null : exit.toString());
        map.put("members", household.members().stream().map(this::member).toList());
        return map;
    }

    private Map<String, @Nullable Object> member(Member member) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("person_id", world.town().person(member.person()).uuid().toString());
        map.put("cpr", member.cpr());
        map.put("participation", member.participation().name());
        map.put("reason", member.reason());
        map.put("relation", member.relation());
        map.put("from", member.from().toString());
        map.put("to", null);
        return map;
    }
}
