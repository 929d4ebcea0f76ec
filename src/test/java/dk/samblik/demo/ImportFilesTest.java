package dk.samblik.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The desk's files. */
class ImportFilesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyConsentIsAboutAMemberAndSigned() throws IOException {
        Set<String> members = new HashSet<>();
        for (JsonNode household : items("households")) {
            household
                    .path("members")
                    .forEach(
                            member -> members.add(household.path("household_id").asText()
                                    + member.path("person_id").asText()));
        }
        assertThat(items("consents")).isNotEmpty().allSatisfy(consent -> {
            String member = consent.path("household_id").asText()
                    + consent.path("subject_person_id").asText();
            assertThat(members).contains(member);
            assertThat(consent.path("grantors")).isNotEmpty();
            assertThat(consent.path("recipients").get(0).path("recipient").asText())
                    .isEqualTo("MUNICIPAL_TEAM");
        });
    }

    @Test
    void onlyTheConsentWithoutEvidenceHasNone() throws IOException {
        long without = 0;
        for (JsonNode consent : items("consents")) {
            without += consent.path("evidence_id").isNull() ? 1 : 0;
        }
        assertThat(without).isEqualTo(1);
    }

    @Test
    void everyAreaHasATeamAndItHasAUser() throws IOException {
        JsonNode teams = items("teams");

        assertThat(teams.findValuesAsText("area")).contains("Lærkevænget", "Mosebakken", "Skovparken");
        assertThat(teams.get(0).path("members").get(0).path("subject").asText()).isEqualTo("maja");
        assertThat(teams.findValuesAsText("role"))
                .as("whose pages are to be seen in the demo")
                .contains("COORDINATOR", "TEAM", "DESK", "CONTACT", "LEADER", "EVALUATOR", "DPO", "IT", "STEWARD")
                .contains("DRAW_OFFICER", "DRAW_APPROVER");
    }

    private static JsonNode items(String name) throws IOException {
        return JSON.readTree(Fjordsted.REGISTERS
                        .importFolder()
                        .resolve(name + ".json")
                        .toFile())
                .path(name);
    }
}
