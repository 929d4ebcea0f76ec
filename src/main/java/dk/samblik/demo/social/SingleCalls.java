package dk.samblik.demo.social;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One citizen at a time, in pages. */
final class SingleCalls {

    private final Register register;
    private final CallLog log;

    SingleCalls(Register register, CallLog log) {
        this.register = register;
        this.log = log;
    }

    /** GET {@code borgere/{id}/{list}}. */
    Reply list(int id, String list, Map<String, String> query) {
        if (!List.of("forloeb", "sager", "indsatser", "kalender", "ansvarlige").contains(list)) {
            return Reply.error(404, "UKENDT");
        }
        log.add("borgere/" + list, List.of(), register.numbers(List.of(id)));
        Citizen citizen = register.of(id);
        Reply refused = refused(citizen);
        if (refused != null || citizen == null) {
            return refused == null ? Reply.error(404, "UKENDT") : refused;
        }
        List<Map<String, @Nullable Object>> items = citizen.list(list);
        if (list.equals("indsatser")) {
            items = items.stream().map(SingleCalls::summary).toList();
        } else if (list.equals("kalender")) {
            String from = query.get("fra");
            String to = query.get("til");
            if (from == null || to == null) {
                return Reply.error(400, "BAD_FORESPOERGSEL");
            }
            items = Calendar.between(items, LocalDate.parse(from), LocalDate.parse(to));
        }
        return page("/api/v2/borgere/" + id + "/" + list, items, query);
    }

    /** GET {@code indsatser/{id}}. */
    Reply grant(int id) {
        Citizen citizen = register.grantedTo(id);
        log.add("indsatser", List.of(), citizen == null ? List.of() : List.of(citizen.cpr()));
        Reply refused = refused(citizen);
        if (refused != null || citizen == null) {
            return refused == null ? Reply.error(404, "UKENDT") : refused;
        }
        return citizen.list("indsatser").stream()
                .filter(grant -> Objects.equals(grant.get("id"), id))
                .findFirst()
                .map(Reply::ok)
                .orElseGet(() -> Reply.error(404, "UKENDT"));
    }

    private static @Nullable Reply refused(@Nullable Citizen citizen) {
        if (citizen == null) {
            return Reply.error(404, "UKENDT");
        }
        return switch (citizen.answer()) {
            case OK -> null;
            case FAILS -> Reply.error(500, "INTERN_FEJL");
            default -> Reply.error(403, "IKKE_TILGAENGELIG");
        };
    }

    private static Map<String, @Nullable Object> summary(Map<String, @Nullable Object> grant) {
        Map<String, @Nullable Object> summary = new LinkedHashMap<>();
        summary.put("id", grant.get("id"));
        summary.put("navn", grant.get("navn"));
        summary.put("status", grant.get("tilstand"));
        summary.put("_links", Map.of("self", Map.of("href", "/api/v2/indsatser/" + grant.get("id"))));
        return summary;
    }

    private static Reply page(String path, List<Map<String, @Nullable Object>> items, Map<String, String> query) {
        int size = Math.min(50, Math.max(1, Integer.parseInt(query.getOrDefault("antal", "50"))));
        int page = Math.max(1, Integer.parseInt(query.getOrDefault("side", "1")));
        List<Map<String, @Nullable Object>> pages = new ArrayList<>();
        String dates = query.containsKey("fra") ? "fra=" + query.get("fra") + "&til=" + query.get("til") + "&" : "";
        for (int side = 1; (side - 1) * size < Math.max(1, items.size()); side++) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("side", side);
            one.put("_links", Map.of("self", Map.of("href", path + "?" + dates + "side=" + side)));
            pages.add(one);
        }
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("totalItems", items.size());
        body.put("pages", pages);
        int from = Math.min(items.size(), (page - 1) * size);
        body.put("elementer", items.subList(from, Math.min(items.size(), from + size)));
        return Reply.ok(body);
    }
}
