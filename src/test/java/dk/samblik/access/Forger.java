package dk.samblik.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A provider that signs whatever a test wants: its keys and its token endpoint, on a port of its own. */
final class Forger implements AutoCloseable {

    static final String CLIENT = "samblik-hub";
    static final String SECRET = "mellem hubben og falskneren, som ingen anden";

    final RSAKey key = rsa("k1");
    final RSAKey foreign = rsa("k1");
    private final HttpServer server;
    private volatile String idToken = "";

    Forger() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/keys", call -> answer(call, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/foreign-keys", call -> answer(call, new JWKSet(foreign.toPublicJWK()).toString()));
        server.createContext(
                "/token",
                call -> answer(
                        call,
                        "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"scope\":\"openid profile\",\"id_token\":\"%s\"}"
                                .formatted(idToken)));
        server.start();
    }

    private static void answer(HttpExchange call, String json) throws IOException {
        call.getRequestBody().readAllBytes();
        call.getResponseHeaders().set("Content-Type", "application/json");
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(200, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    private static RSAKey rsa(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What a hub must be told to believe this provider. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("issuer", issuer());
        settings.put("authorization-endpoint", issuer() + "/authorize");
        settings.put("token-endpoint", issuer() + "/token");
        settings.put("keys-endpoint", issuer() + "/keys");
        settings.put("client-id", CLIENT);
        settings.put("client-secret", SECRET);
        settings.put("redirect-uri", TestProvider.ANSWER_TO);
        settings.put("audience", CLIENT);
        settings.put("algorithms", "RS256");
        settings.put("assurance", TestProvider.SUBSTANTIAL + ",https://data.gov.dk/concept/core/nsis/loa/High");
        settings.put("roles.TEAM", "samblik-team");
        return settings;
    }

    /** From now on every code is changed into this. */
    void gives(String token) {
        idToken = token;
    }

    /** Signs maja in by a good token; where the hub leads her. */
    String signIn(Browser browser) {
        String question =
                browser.get("/log-paa/kommune").headers().firstValue("Location").orElseThrow();
        gives(signed(parameter(question, "nonce"), claims -> {}));
        return browser.get("/log-paa/kommune/svar?code=c&state=" + parameter(question, "state"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    /** What an address says under a name. */
    static String parameter(String address, String name) {
        return Arrays.stream(URI.create(address).getQuery().split("&"))
                .filter(each -> each.startsWith(name + "="))
                .map(each -> each.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    /** Claims that are all as they should be. */
    JWTClaimsSet.Builder claims(String nonce) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("maja")
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("auth_time", now.getEpochSecond())
                .claim("nonce", nonce)
                .claim("acr", TestProvider.SUBSTANTIAL)
                .claim("name", "Maja Test")
                .claim("roles", "samblik-team");
    }

    /** A good token but for these claims. */
    String signed(String nonce, Consumer<JWTClaimsSet.Builder> but) {
        JWTClaimsSet.Builder claims = claims(nonce);
        but.accept(claims);
        return signed(header(JWSAlgorithm.RS256).build(), claims.build(), key);
    }

    /** Good claims, under this header and by this key. */
    String signed(String nonce, JWSHeader header, RSAKey by) {
        return signed(header, claims(nonce).build(), by);
    }

    static JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).keyID("k1").type(JOSEObjectType.JWT);
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, RSAKey by) {
        try {
            return serialized(header, claims, new RSASSASigner(by));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Good claims, sealed by a secret that is none. */
    String sealed(String nonce, JWSHeader header, byte[] secret) {
        try {
            return serialized(header, claims(nonce).build(), new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String serialized(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    /** Good claims under a header written by hand, with this at the place of the signature. */
    String handmade(String nonce, String header, String signature) {
        return base64(header) + "." + base64(claims(nonce).build().toString()) + "." + signature;
    }

    static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
