package dk.samblik.campaign.canary;

import dk.samblik.campaign.canary.Marker.Reach;
import dk.samblik.campaign.canary.Markers.Field;
import dk.samblik.campaign.canary.Markers.Letters;
import dk.samblik.demo.social.Citizen;
import dk.samblik.demo.social.SocialPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What social services hold, with markers: every text of those about whom they may not be asked, and of the others some. */
final class MarkedSocial {

    private static final String DATE = "\\d{4}-\\d\\d-\\d\\d.*";
    private static final Set<String> NEVER = Set.of("forloeb.navn", "indsatser.navn", "indsatser.maalgruppe");
    private static final Set<String> SHOWN =
            Set.of("sager.sagsnummer", "sager.enhed", "indsatser.leverandoer.navn", "kalender.sted");

    private final Covered covered;
    private final Markers markers;

    MarkedSocial(Covered covered, Markers markers) {
        this.covered = covered;
        this.markers = markers;
    }

    SocialPlan of(SocialPlan plan) {
        return new SocialPlan(plan.citizens().stream().map(this::marked).toList(), plan.counted(), plan.states());
    }

    private Citizen marked(Citizen citizen) {
        Map<String, @Nullable List<Map<String, @Nullable Object>>> lists = new HashMap<>();
        citizen.lists().forEach((name, items) -> lists.put(name, items == null ? null : items(citizen, name, items)));
        String name = markers.token(field(citizen, "navn"), citizen.name(), Reach.NOWHERE);
        return new Citizen(citizen.id(), citizen.cpr(), citizen.numbers(), name, citizen.answer(), lists);
    }

    private List<Map<String, @Nullable Object>> items(
            Citizen citizen, String list, List<Map<String, @Nullable Object>> items) {
        List<Map<String, @Nullable Object>> marked = new ArrayList<>();
        for (Map<String, @Nullable Object> item : items) {
            boolean secret = Integer.valueOf(4).equals(item.get("foelsomhed"));
            Reach shown = secret || citizen.answer() != Citizen.Answer.OK ? Reach.NOWHERE : Reach.PAGES;
            marked.add(item(citizen, list, item, shown));
        }
        return marked;
    }

    @SuppressWarnings("unchecked")
    private Map<String, @Nullable Object> item(
            Citizen citizen, String path, Map<String, @Nullable Object> item, Reach shown) {
        Map<String, @Nullable Object> marked = new LinkedHashMap<>();
        item.forEach((key, value) -> {
            String name = path + "." + key;
            if (value instanceof Map<?, ?> inner) {
                marked.put(key, item(citizen, name, (Map<String, @Nullable Object>) inner, shown));
            } else {
                Reach reach = value instanceof String text ? reach(citizen, name, text, shown) : null;
                marked.put(key, reach == null ? value : markers.token(field(citizen, name), "" + value, reach));
            }
        });
        return marked;
    }

    private @Nullable Reach reach(Citizen citizen, String name, String text, Reach shown) {
        int person = covered.person(citizen.cpr());
        if (!covered.by("SOCIAL", person)) {
            return text.matches(DATE) ? null : Reach.NOWHERE;
        }
        if (NEVER.contains(name)) {
            return Reach.NOWHERE;
        }
        return SHOWN.contains(name) ? shown : null;
    }

    private Field field(Citizen citizen, String name) {
        return new Field(covered.person(citizen.cpr()), "social", name, Letters.ANY);
    }
}
