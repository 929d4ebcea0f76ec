package dk.samblik.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses a client that would not take what it asks for, before anything is looked at for it. */
final class Acceptable implements HandlerInterceptor {

    private static final List<MediaType> GIVEN = List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_EVENT_STREAM);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        List<String> wanted = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        if (!wanted.isEmpty() && wanted(wanted).stream().noneMatch(Acceptable::given)) {
            throw Refused.because(Problem.NOT_ACCEPTABLE);
        }
        return true;
    }

    private static List<MediaType> wanted(List<String> headers) {
        try {
            return MediaType.parseMediaTypes(headers);
        } catch (InvalidMediaTypeException unreadable) {
            throw Refused.because(Problem.NOT_ACCEPTABLE);
        }
    }

    private static boolean given(MediaType wanted) {
        return GIVEN.stream().anyMatch(wanted::includes);
    }
}
