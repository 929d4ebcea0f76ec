package dk.samblik.demo.social;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code borgere/soeg} and {@code udtraek}. */
final class SetCalls {

    private static final int MOST = 50;

    private final Register register;
    private final CallLog log;
    private final LocalDate today;

    SetCalls(Register register, CallLog log, LocalDate today) {
        this.register = register;
        this.log = log;
        this.today = today;
    }

    Reply search(JsonNode body) {
        List<String> keys = texts(body.get("noegler"));
        boolean one = body.hasNonNull("noegle");
        if (!"CPR".equals(body.path("noegletype").asText()) || one == !keys.isEmpty() || keys.size() > MOST) {
            return Reply.error(400, "BAD_FORESPOERGSEL");
        }
        List<String> asked = one ? List.of(body.get("noegle").asText()) : keys;
        log.add("borgere/soeg", asked, List.of());
        return one ? searchOne(asked.get(0)) : searchMany(asked);
    }

    private Reply searchOne(String key) {
        Citizen citizen = register.find(key);
        return citizen == null ? Reply.error(404, "UKENDT") : Reply.ok(found(citizen, new LinkedHashMap<>()));
    }

    private Reply searchMany(List<String> keys) {
        List<Map<String, @Nullable Object>> results = new ArrayList<>();
        for (String key : keys) {
            Map<String, @Nullable Object> result = new LinkedHashMap<>();
            Citizen citizen = register.find(key);
            result.put("noegle", key);
            result.put("fundet", citizen != null);
            results.add(citizen == null ? result : found(citizen, result));
        }
        return inNoOrder(results);
    }

    private static Map<String, @Nullable Object> found(Citizen citizen, Map<String, @Nullable Object> result) {
        boolean accessible = citizen.answer() != Citizen.Answer.HIDDEN_IN_SEARCH;
        result.put("tilgaengelig", accessible);
        if (accessible) {
            Map<String, @Nullable Object> borger = new LinkedHashMap<>();
            borger.put("id", citizen.id());
            borger.put("cpr", citizen.cpr());
            borger.put("navn", citizen.name());
            borger.put("kommunekode", "0998");
            borger.put("_links", Map.of("self", Map.of("href", "/api/v2/borgere/" + citizen.id())));
            result.put("borger", borger);
        }
        return result;
    }

    Reply extract(JsonNode body) {
        List<Integer> ids = new ArrayList<>();
        body.path("borgerIder").forEach(id -> ids.add(id.asInt()));
        if (ids.isEmpty() || ids.size() > MOST) {
            return Reply.error(400, "BAD_FORESPOERGSEL");
        }
        log.add("udtraek", List.of(), register.numbers(ids));
        LocalDate from = day(body, "kalenderFra", today.minusMonths(13));
        LocalDate to = day(body, "kalenderTil", LocalDate.MAX);
        List<Map<String, @Nullable Object>> results = new ArrayList<>();
        ids.forEach(id -> results.add(extract(id, from, to)));
        return inNoOrder(results);
    }

    private Map<String, @Nullable Object> extract(int id, LocalDate from, LocalDate to) {
        Citizen citizen = register.of(id);
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("id", id);
        result.put("resultat", citizen == null ? "UKENDT" : outcome(citizen));
        if (citizen != null && citizen.answer() == Citizen.Answer.OK) {
            citizen.lists()
                    .forEach((name, list) -> result.put(
                            name, name.equals("kalender") && list != null ? Calendar.between(list, from, to) : list));
        }
        return result;
    }

    private static String outcome(Citizen citizen) {
        return switch (citizen.answer()) {
            case OK -> "OK";
            case FAILS -> "FEJL";
            default -> "IKKE_TILGAENGELIG";
        };
    }

    private static LocalDate day(JsonNode body, String field, LocalDate otherwise) {
        return body.hasNonNull(field) ? LocalDate.parse(body.get(field).asText()) : otherwise;
    }

    private static Reply inNoOrder(List<Map<String, @Nullable Object>> results) {
        Collections.reverse(results);
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("resultater", results);
        return Reply.ok(body);
    }

    private static List<String> texts(@Nullable JsonNode array) {
        List<String> texts = new ArrayList<>();
        if (array != null) {
            array.forEach(text -> texts.add(text.asText()));
        }
        return texts;
    }
}
