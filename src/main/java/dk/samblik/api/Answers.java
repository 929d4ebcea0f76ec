package dk.samblik.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Answers of the interface as bytes, so that a tag stands for exactly what is sent. A tag begins with the version of the view
 * and goes on with a hash of the body: the body depends on the client, today's consents and how fresh each register is, and
 * the tag changes whenever it does.
 */
@Component
class Answers {

    private static final int TAG = 16;

    private final ObjectMapper json;

    Answers(ObjectMapper json) {
        this.json = json.copy().setSerializationInclusion(JsonInclude.Include.ALWAYS);
    }

    /** Bytes with their tag. */
    record Tagged(byte[] body, String tag) {

        /** Whether a header of tags names it, or any. */
        boolean in(List<String> header) {
            return header.stream()
                    .flatMap(line -> Arrays.stream(line.split(",")))
                    .map(String::strip)
                    .anyMatch(one -> one.equals("*") || one.equals(tag));
        }
    }

    /** The bytes of a body, null in it written as null. */
    byte[] bytes(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document of the interface could not be written");
        }
    }

    Tagged tagged(int version, Object body) {
        byte[] bytes = bytes(body);
        return new Tagged(bytes, "\"v" + version + "-" + hash(bytes) + "\"");
    }

    private static String hash(byte[] bytes) {
        return DigestUtils.sha256Hex(bytes).substring(0, TAG);
    }

    /** An answer that nobody between may keep. */
    ResponseEntity<byte[]> fresh(Object body, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(bytes(body));
    }

    /** The tagged answer, or that the client has it already: 304 where If-None-Match names the tag. */
    ResponseEntity<byte[]> tagged(
            Tagged tagged, @Nullable Instant changed, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.setHeader(HttpHeaders.ETAG, tagged.tag());
        response.setHeader(HttpHeaders.VARY, "Authorization");
        if (changed != null) {
            response.setHeader(
                    HttpHeaders.LAST_MODIFIED,
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(changed.atOffset(ZoneOffset.UTC)));
        }
        List<String> known = Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH));
        boolean same =
                tagged.in(known.stream().map(line -> line.replace("W/", "")).toList());
        return same
                ? ResponseEntity.status(304).build()
                : ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(tagged.body());
    }

    /** Refuses a change of what the client has not read: 428 without If-Match, 412 where it names another state. */
    static void mustMatch(Tagged now, HttpServletRequest request) {
        List<String> read = Collections.list(request.getHeaders(HttpHeaders.IF_MATCH));
        if (read.isEmpty()) {
            throw Refused.because(Problem.PRECONDITION_MISSING);
        }
        if (!now.in(read)) {
            throw Refused.because(Problem.STALE);
        }
    }
}
