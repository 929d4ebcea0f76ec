package dk.samblik.effect;

import dk.samblik.programme.Area;
import dk.samblik.programme.Programme;
import dk.samblik.team.Words;
import java.util.List;
import java.util.stream.Stream;

/** A programme in the words of its file, for those who choose whose figures they want to see. */
record ProgrammeFacts(
        String code,
        String name,
        String period,
        String target,
        String areas,
        String enrolment,
        String roles,
        String departments) {

    static ProgrammeFacts of(Programme programme, Words words) {
        return new ProgrammeFacts(
                programme.code(),
                programme.name(),
                words.period(programme.starts(), programme.ends()),
                words.say("programme.target.households", programme.target().households()),
                words.list(programme.areas().stream().map(Area::name).toList()),
                said("programme.enrolment.", programme.enrolment().stream(), words),
                words.list(programme.team().roles()),
                said("department.", programme.team().departments().stream(), words));
    }

    private static String said(String key, Stream<? extends Enum<?>> some, Words words) {
        List<String> said = some.map(one -> words.say(key + one.name())).toList();
        return words.list(said);
    }
}
