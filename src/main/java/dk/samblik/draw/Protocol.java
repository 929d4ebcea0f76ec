package dk.samblik.draw;

import dk.samblik.draw.Draw.Count;
import dk.samblik.draw.Draw.Lock;
import dk.samblik.draw.Draw.Prepared;
import dk.samblik.household.Department;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The file anybody can repeat a locked draw from (docs/operations/RepeatDraw.java): what was decided, a line each, then
 * every household by its key, sorted. There is no person in it, and no department of any household.
 */
final class Protocol {

    private Protocol() {}

    static byte[] of(Draw draw, List<LotKeys.Line> lines) {
        Prepared lot = draw.prepared();
        Count count = draw.counted();
        Lock lock = draw.lockedBy();
        StringBuilder text = new StringBuilder();
        said(text, "draw", draw.number());
        said(text, "programme", draw.programme());
        said(text, "criteria", draw.criteria().version());
        said(text, "minimum-departments", draw.criteria().minimumDepartments());
        said(
                text,
                "must-include",
                draw.criteria().mustInclude().stream().map(Department::name).collect(Collectors.joining(",")));
        said(text, "exclude-months", draw.criteria().excludeMonths());
        said(text, "protected", draw.protection());
        said(text, "areas", String.join(",", draw.areas()));
        count.sources().forEach(source -> said(text, "source-" + source.register(), source.asOf()));
        said(text, "counted", count.at());
        said(text, "algorithm", lock.algorithm());
        said(text, "seed", lot.seed());
        said(text, "population", count.population());
        said(text, "fingerprint", count.fingerprint());
        said(text, "wanted", lot.wanted());
        said(text, "control", lot.control());
        said(text, "locked", lock.at());
        text.append("key;area;part\n");
        lines.forEach(line -> text.append(line.key())
                .append(';')
                .append(line.area())
                .append(';')
                .append(line.part())
                .append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void said(StringBuilder text, String what, Object value) {
        text.append(what).append(';').append(value).append('\n');
    }
}
