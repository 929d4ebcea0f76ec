package dk.samblik.access;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * What every answer tells the browser: run only our own files, keep nothing, tell nobody where the reader came from. On
 * the pages' port a valve of the server writes it before anything else looks at the request, so that it stands on what
 * the firewall or the server itself refuses too; on the management port the filter chain does.
 */
final class SafeHeaders extends ValveBase {

    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'%s; base-uri 'none'; object-src 'none';"
                    + " frame-ancestors 'none'; report-uri " + PolicyReports.ADDRESS;

    private static final String DEVICES =
            "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(),"
                    + " gyroscope=(), hid=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), serial=(), usb=()";

    private final Map<String, String> headers;

    SafeHeaders(WayIn wayIn) {
        super(true);
        this.headers = headers(wayIn);
    }

    /** The whole set; a file of ours that may be kept says so itself, and then in place of the last. */
    private static Map<String, String> headers(WayIn wayIn) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Security-Policy", CONTENT.formatted(wayIn.formsLeadTo()));
        headers.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Permissions-Policy", DEVICES);
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Cache-Control", "no-store");
        return headers;
    }

    static void write(HeadersConfigurer<HttpSecurity> chain, WayIn wayIn) {
        chain.defaultsDisabled();
        headers(wayIn).forEach((name, value) -> chain.addHeaderWriter(new StaticHeadersWriter(name, value)));
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        headers.forEach(response::setHeader);
        getNext().invoke(request, response);
    }
}
