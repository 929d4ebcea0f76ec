package dk.samblik.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * The handlers of the pages and what each declares. Asks the very mapping that will serve the request, so that nothing is
 * let through by one rule and served by another.
 */
final class Handlers implements SmartInitializingSingleton {

    private static final String OURS = "dk.samblik.";
    private static final List<HttpMethod> OTHERS =
            List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private final RequestMappingHandlerMapping mapping;

    Handlers(RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    /** Stops the start where a handler declares nothing. */
    @Override
    public void afterSingletonsInstantiated() {
        Set<String> silent = mapping.getHandlerMethods().values().stream()
                .filter(handler -> handler.getBeanType().getName().startsWith(OURS))
                .filter(handler -> !declared(handler))
                .map(HandlerMethod::getShortLogMessage)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!silent.isEmpty()) {
            throw new IllegalStateException("Nobody said who may call " + silent
                    + ". Put @OpenTo with the roles on the method, or @OpenToAnybody where it shows nobody, and add its line"
                    + " to the table in WhoMaySeeWhat.");
        }
    }

    private static boolean declared(HandlerMethod handler) {
        return handler.hasMethodAnnotation(OpenTo.class) || handler.hasMethodAnnotation(OpenToAnybody.class);
    }

    /**
     * The declared handler that would serve the request. Where its address has none for its method, all that the address
     * has for other methods: whoever may call one of them is told which there are. None where nothing is declared.
     */
    List<HandlerMethod> at(HttpServletRequest request) {
        boolean known = ServletRequestPathUtils.hasParsedRequestPath(request);
        if (!known) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        try {
            Optional<HandlerMethod> own = find(request);
            return own.isPresent() ? List.of(own.get()) : ofOtherMethods(request);
        } finally {
            if (!known) {
                ServletRequestPathUtils.clearParsedRequestPath(request);
            }
        }
    }

    /** The pattern of ours that the path of an address follows, as it stands on its handler; empty for any other text. */
    Optional<String> pattern(String path) {
        PathContainer parsed = parsed(path);
        return mapping.getHandlerMethods().keySet().stream()
                .map(RequestMappingInfo::getPathPatternsCondition)
                .filter(Objects::nonNull)
                .flatMap(condition -> condition.getPatterns().stream())
                .filter(pattern -> pattern.matches(parsed))
                .min(PathPattern.SPECIFICITY_COMPARATOR)
                .map(PathPattern::getPatternString);
    }

    private static PathContainer parsed(String path) {
        try {
            return PathContainer.parsePath(path);
        } catch (IllegalArgumentException wronglyEncoded) {
            return PathContainer.parsePath("");
        }
    }

    private List<HandlerMethod> ofOtherMethods(HttpServletRequest request) {
        List<HandlerMethod> found = new ArrayList<>();
        for (HttpMethod method : OTHERS) {
            find(new HttpServletRequestWrapper(request) {
                        @Override
                        public String getMethod() {
                            return method.name();
                        }
                    })
                    .ifPresent(found::add);
        }
        return found;
    }

    private Optional<HandlerMethod> find(HttpServletRequest request) {
        try {
            HandlerExecutionChain chain = mapping.getHandler(request);
            return chain != null && chain.getHandler() instanceof HandlerMethod handler && declared(handler)
                    ? Optional.of(handler)
                    : Optional.empty();
        } catch (Exception noneForThisRequest) {
            return Optional.empty();
        }
    }
}
