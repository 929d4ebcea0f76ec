package dk.samblik.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Fact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A section's facts as they are sealed: one JSON text, each fact once, in an order of its own, so that equal facts are
 * equal bytes whatever order the register gave them in. {@code undated} tells whether anything changed: it is the text
 * without the day that a figure was counted up to.
 */
record SectionContent(byte[] text, byte[] undated) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final ObjectWriter WRITER = JSON.writerFor(Fact.class);
    private static final ObjectReader READER = JSON.readerFor(new TypeReference<List<Fact>>() {});

    /** What the seal is bound to, beside the household. */
    static String label(PersonId person, String register, int since) {
        return "section|" + person + "|" + register + "|" + since;
    }

    /** The content of a section with these facts. */
    static SectionContent of(List<Fact> facts) {
        List<Fact> undated = facts.stream().map(SectionContent::undated).toList();
        byte[] text = joined(facts);
        return new SectionContent(text, undated.equals(facts) ? text : joined(undated));
    }

    private static Fact undated(Fact fact) {
        if (fact instanceof Fact.Absence a) {
            return new Fact.Absence(
                    a.institution(),
                    a.month(),
                    LocalDate.EPOCH,
                    a.schoolDays(),
                    a.sick(),
                    a.permitted(),
                    a.unlawful(),
                    a.partial());
        }
        if (fact instanceof Fact.Attendance a) {
            return new Fact.Attendance(
                    a.institution(),
                    LocalDate.EPOCH,
                    LocalDate.EPOCH,
                    a.expected(),
                    a.attended(),
                    a.sick(),
                    a.holiday(),
                    a.free(),
                    a.unmarked());
        }
        return fact;
    }

    private static byte[] joined(List<Fact> facts) {
        TreeSet<String> texts = new TreeSet<>();
        for (Fact fact : facts) {
            try {
                texts.add(WRITER.writeValueAsString(fact));
            } catch (JsonProcessingException unwritable) {
                throw new IllegalStateException(
                        "a fact cannot be written: " + fact.getClass().getSimpleName());
            }
        }
        return ("[" + String.join(",", texts) + "]").getBytes(StandardCharsets.UTF_8);
    }

    /** The facts of a text that was sealed. */
    static List<Fact> facts(byte[] text) {
        try {
            List<Fact> facts = new ArrayList<>(READER.<List<Fact>>readValue(text));
            // Absence was counted by the quarter before: the next answer counts it by the month
            facts.removeIf(fact -> fact instanceof Fact.Absence absence && absence.month() == null);
            return facts;
        } catch (IOException unreadable) {
            throw new IllegalStateException("a section cannot be read");
        }
    }
}
