package dk.samblik.api;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The municipality's login as systems meet it: gives whatever token a test wants, and its keys on a port of its own. */
public final class Provider implements AutoCloseable {

    static final String AUDIENCE = "samblik-api";

    private final RSAKey key = rsa();
    private final RSAKey foreign = rsa();
    private final HttpServer server;
    private volatile boolean down;

    public Provider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/keys", call -> {
            if (down) {
                call.sendResponseHeaders(500, -1);
                call.close();
                return;
            }
            byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(200, keys.length);
            call.getResponseBody().write(keys);
            call.close();
        });
        server.start();
    }

    private static RSAKey rsa() {
        try {
            return new RSAKeyGenerator(2048).keyID("k1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What a hub must be told to believe its tokens. */
    public Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("samblik.access.sign-in.issuer", issuer());
        settings.put("samblik.access.sign-in.keys-endpoint", issuer() + "/keys");
        settings.put("samblik.access.sign-in.audience", "samblik-hub");
        settings.put("samblik.api.enabled", "true");
        settings.put("samblik.api.audience", AUDIENCE);
        settings.put("samblik.api.algorithms", "RS256");
        return settings;
    }

    /** A good token of this client. */
    public String token(String client, String scope) {
        return token(client, scope, claims -> claims);
    }

    /** A token that is good but for this. */
    String token(String client, String scope, UnaryOperator<JWTClaimsSet.Builder> but) {
        return signed(but.apply(claims(client, scope)).build(), header(), key);
    }

    /** Good claims, signed by somebody else under the same name. */
    String byAnother(String client, String scope) {
        return signed(claims(client, scope).build(), header(), foreign);
    }

    /** Good claims under a header of another kind. */
    String ofKind(String client, String scope, String kind) {
        return signed(
                claims(client, scope).build(),
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID("k1")
                        .type(new JOSEObjectType(kind))
                        .build(),
                key);
    }

    /** Good claims under a key that the hub has not heard of. */
    String byANewKey(String client, String scope) {
        return signed(
                claims(client, scope).build(),
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k2").build(),
                key);
    }

    /** While the work is done its keys cannot be read. */
    void isDownWhile(Runnable work) {
        down = true;
        try {
            work.run();
        } finally {
            down = false;
        }
    }

    /** Good claims, sealed by the public key as if it were a secret. */
    String sealed(String client, String scope) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(),
                    claims(client, scope).build());
            token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWSHeader header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("k1")
                .type(new JOSEObjectType("at+jwt"))
                .build();
    }

    private JWTClaimsSet.Builder claims(String client, String scope) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(client)
                .audience(AUDIENCE)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("client_id", client)
                .claim("scope", scope);
    }

    private static String signed(JWTClaimsSet claims, JWSHeader header, RSAKey by) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(by));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
