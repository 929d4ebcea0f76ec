package dk.samblik.access;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Role by kind of information: the one place that says who may see what of a household, as the domain reference says it in
 * 7.3. Its columns for the data protection officer and the consent desk are ours: the one reads the log, the other records
 * consents, and neither needs what the consents open. So is its line for a protected address, which 3.3 leaves to municipal
 * roles.
 */
public final class Matrix {

    private static final String TABLE = """
                           | COORDINATOR | MUNICIPAL | HOUSING   | LEADER     | IT | EVALUATOR  | DPO | DESK
            MEMBERS        | YES         | YES       | RECIPIENT | NO         | NO | NO         | NO  | NO
            ADDRESS        | YES         | YES       | OWN       | NO         | NO | NO         | NO  | NO
            CASE_OVERVIEW  | YES         | YES       | NUMBER    | COUNTS     | NO | COUNTS     | NO  | NO
            CASEWORKERS    | YES         | YES       | RECIPIENT | NO         | NO | NO         | NO  | NO
            APPOINTMENTS   | YES         | YES       | BUSY      | NO         | NO | NO         | NO  | NO
            MEASURES       | YES         | YES       | NO        | NO         | NO | NO         | NO  | NO
            BENEFITS       | YES         | YES       | NO        | NO         | NO | NO         | NO  | NO
            BENEFIT_AMOUNT | OFF         | OFF       | NO        | NO         | NO | NO         | NO  | NO
            ATTENDANCE     | YES         | YES       | NO        | AGGREGATES | NO | PSEUDONYMS | NO  | NO
            TENANCY        | YES         | YES       | OWN       | NO         | NO | NO         | NO  | NO
            WISHES         | YES         | YES       | YES       | NO         | NO | NO         | NO  | NO
            WELLBEING      | NAMED       | NO        | NO        | AGGREGATES | NO | PSEUDONYMS | NO  | NO
            PROTECTED_ADDRESS | ON_DEMAND | ON_DEMAND | NO     | NO         | NO | NO         | NO  | NO
            CPR            | ON_DEMAND   | MASKED    | NO        | NO         | NO | NO         | NO  | NO
            """;

    private static final Map<Information, Map<Reader, Sight>> CELLS = read(TABLE);

    private Matrix() {}

    /** How much of this a reader sees, as far as the role goes. */
    public static Sight of(Information what, Reader reader) {
        return CELLS.getOrDefault(what, Map.of()).getOrDefault(reader, Sight.NO);
    }

    /** Reads a table; one with a cell too few or too many, or a word it does not know, is none. */
    static Map<Information, Map<Reader, Sight>> read(String table) {
        List<List<String>> lines = table.lines()
                .map(line -> Arrays.stream(line.split(Pattern.quote("|"), -1))
                        .map(String::strip)
                        .toList())
                .toList();
        List<String> readers = lines.get(0).subList(1, lines.get(0).size());
        Map<Information, Map<Reader, Sight>> cells = new EnumMap<>(Information.class);
        for (List<String> line : lines.subList(1, lines.size())) {
            Map<Reader, Sight> row = new EnumMap<>(Reader.class);
            for (int at = 0; at < readers.size(); at++) {
                row.put(Reader.valueOf(readers.get(at)), Sight.valueOf(line.get(at + 1)));
            }
            if (line.size() != readers.size() + 1 || row.size() != Reader.values().length) {
                throw new IllegalArgumentException("a line of the matrix has not one cell a reader");
            }
            cells.put(Information.valueOf(line.get(0)), row);
        }
        if (cells.size() != Information.values().length || cells.size() != lines.size() - 1) {
            throw new IllegalArgumentException("the matrix has not one line a kind of information");
        }
        return cells;
    }
}
