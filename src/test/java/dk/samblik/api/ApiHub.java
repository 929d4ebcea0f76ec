package dk.samblik.api;

import dk.samblik.browser.TestSignIn;
import dk.samblik.demo.Hub;
import dk.samblik.demo.WorldSize;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.env.Environment;

/** A hub with the interface switched on, six systems that may call it, and a night behind it. */
final class ApiHub implements AutoCloseable {

    static final String AREA = "Lærkevænget";

    final Provider provider = new Provider();
    final Receiver receiver = new Receiver();
    final Hub hub;

    ApiHub(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(provider.settings());
        settings.put("spring.main.web-application-type", "servlet");
        settings.put("spring.main.sources", TestSignIn.class.getName());
        settings.put("samblik.consent.controller.name", "Fjordsted Kommune");
        settings.put("server.port", "0");
        settings.put("management.server.port", "0");
        settings.put("server.servlet.session.cookie.name", "samblik");
        settings.put("server.servlet.session.cookie.secure", "false");
        settings.put("samblik.api.refreshes-per-minute", "12");
        client(settings, "fagsystem", "TEAM", "Fjordsted Kommune", AREA, "households.read,runs.write");
        client(settings, "tovholder", "COORDINATOR", "Fjordsted Kommune", AREA, "households.read,consents.write");
        client(settings, "bolig", "TEAM", "Fjordsted Boligforening", AREA, "households.read,runs.write");
        client(settings, "nabo", "TEAM", "Fjordsted Kommune", "Skovparken", "households.read,runs.write");
        client(settings, "evaluering", "EVALUATOR", "Fjordsted Kommune", "", "effect.read");
        client(settings, "drift", "IT", "Fjordsted Kommune", "", "ops.read");
        settings.putAll(more);
        settings.putAll(receiver.settings("fagsystem", Receiver.NEW, Receiver.OLD));
        hub = Hub.start(WorldSize.TINY, settings);
        hub.night();
    }

    private static void client(
            Map<String, Object> settings, String id, String role, String whose, String areas, String scopes) {
        String key = "samblik.api.clients." + id + ".";
        settings.put(key + "name", "System " + id);
        settings.put(key + "client-id", id + "-system");
        settings.put(key + "role", role);
        settings.put(key + "organisation", whose);
        settings.put(key + "areas", areas);
        settings.put(key + "scopes", scopes);
    }

    String origin() {
        return "http://localhost:" + hub.bean(Environment.class).getRequiredProperty("local.server.port");
    }

    /** The system of this word, with a token that asks for all it may have and more. */
    Client client(String id) {
        return client(id, "openid households.read consents.write runs.write ops.read effect.read");
    }

    Client client(String id, String scope) {
        return new Client(origin(), provider.token(id + "-system", scope));
    }

    /** A household of the first area with a consent in force; the others come after it by number. */
    UUID household(int which) {
        return household(AREA, which);
    }

    UUID household(String area, int which) {
        return hub.owner()
                .sql("select household_id from household h where area = ? and view_version > 0 and exists"
                        + " (select from consent_in_force f where f.household_id = h.household_id) order by number")
                .param(area)
                .query(UUID.class)
                .list()
                .get(which);
    }

    @Override
    public void close() {
        hub.close();
        provider.close();
        receiver.close();
    }
}
