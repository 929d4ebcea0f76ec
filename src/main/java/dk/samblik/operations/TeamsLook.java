package dk.samblik.operations;

import dk.samblik.programme.Programme;
import dk.samblik.programme.ProgrammeSettings;
import dk.samblik.programme.Programmes;
import dk.samblik.storage.StorageLook;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Looks at what people in teams are called, against what the programmes of their areas name: a programme's file can change
 * after the file of teams was taken. Says how many, and neither who nor what they are called.
 */
final class TeamsLook {

    private TeamsLook() {}

    private record Titled(String area, String title) {}

    /** What should be looked at in the database of these settings, a sentence for each area; nobody is kept out by it. */
    static List<String> remarks(Environment environment) {
        ProgrammeSettings programmes =
                Binder.get(environment).bindOrCreate("samblik.programme", ProgrammeSettings.class);
        List<Titled> all =
                StorageLook.client(environment).sql("""
                select area, title from staff
                 where role in ('COORDINATOR', 'TEAM') and title ~ '\\S' and guest_from is null
                """).query(Titled.class).list();
        return remarks(all, Programmes.in(programmes.folder()));
    }

    private static List<String> remarks(List<Titled> all, Programmes programmes) {
        return all.stream()
                .filter(one -> programmes.notNaming(one.title(), one.area()).isPresent())
                .collect(Collectors.groupingBy(Titled::area, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(one -> remark(
                        one.getValue(),
                        one.getKey(),
                        programmes.ofArea(one.getKey()).orElseThrow()))
                .toList();
    }

    private static String remark(long count, String area, Programme programme) {
        return Sentences.say(
                "doctor.title",
                count,
                area,
                programme.code(),
                String.join(", ", programme.team().roles()));
    }
}
