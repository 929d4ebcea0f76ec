package dk.samblik.run;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What may stand in a route file: closed lists of steps, of what stands in each, of schemes with their options, and of the
 * hub's own beans. Whoever gives the routes a new bean or step names it here.
 */
final class RouteVocabulary {

    /** The one object that a route may have made. */
    static final String GROUPED = "#class:org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy";

    /** What may stand in each thing, by its name; text has no parts. */
    static final Map<String, Set<String>> PARTS = Map.ofEntries(
            Map.entry("route", Set.of("id", "description", "routeConfigurationId", "from")),
            Map.entry("routeTemplate", Set.of("id", "description", "parameters", "route")),
            Map.entry("templatedRoute", Set.of("routeTemplateRef", "routeId", "prefixId", "parameters")),
            Map.entry("routeConfiguration", Set.of("id", "errorHandler", "onException")),
            Map.entry("errorHandler", Set.of("defaultErrorHandler")),
            Map.entry("defaultErrorHandler", Set.of("redeliveryPolicy")),
            Map.entry("parameter", Set.of("name", "required", "description", "value")),
            Map.entry("from", Set.of("uri", "parameters", "variableReceive", "steps")),
            Map.entry("to", Set.of("id", "uri", "parameters", "variableReceive")),
            Map.entry("bean", Set.of("id", "ref", "method")),
            Map.entry("method", Set.of("ref", "method")),
            Map.entry(
                    "split",
                    Set.of(
                            "id",
                            "simple",
                            "streaming",
                            "parallelProcessing",
                            "stopOnException",
                            "aggregationStrategy",
                            "steps")),
            Map.entry(
                    "recipientList",
                    Set.of(
                            "id",
                            "method",
                            "parallelProcessing",
                            "executorService",
                            "stopOnException",
                            "aggregationStrategy")),
            Map.entry("doTry", Set.of("id", "steps", "doCatch", "doFinally")),
            Map.entry("doCatch", Set.of("id", "exception", "steps")),
            Map.entry("doFinally", Set.of("id", "steps")),
            Map.entry("unmarshal", Set.of("id", "variableReceive", "csv")),
            Map.entry("csv", Set.of("delimiter")),
            Map.entry("log", Set.of("id", "message", "loggingLevel")),
            Map.entry("onException", Set.of("onException", "id", "exception", "retryWhile", "redeliveryPolicy")),
            Map.entry("retryWhile", Set.of("method")),
            Map.entry(
                    "redeliveryPolicy",
                    Set.of(
                            "redeliveryDelay",
                            "useExponentialBackOff",
                            "backOffMultiplier",
                            "maximumRedeliveryDelay",
                            "logExhausted",
                            "logExhaustedMessageBody",
                            "logExhaustedMessageHistory",
                            "logStackTrace",
                            "logRetryStackTrace",
                            "logRetryAttempted")));

    /** What a file is a list of. */
    static final Set<String> ENTRIES = Set.of("route", "routeTemplate", "templatedRoute", "routeConfiguration");

    /** The steps of a route. */
    static final Set<String> STEPS = Set.of("to", "bean", "split", "recipientList", "doTry", "unmarshal", "log");

    /** The schemes there are, and the options that may be given to each. */
    static final Map<String, Set<String>> SCHEMES = Map.of(
            "direct", Set.of(),
            "seda", Set.of("concurrentConsumers", "purgeWhenStopping", "waitForTaskToComplete"),
            "quartz", Set.of("cron", "trigger.timeZone", "deleteJob"),
            "timer", Set.of("period", "delay"),
            "jdbc", Set.of("useHeadersAsParameters", "resetAutoCommit", "statement.fetchSize", "readSize"));

    /** The hub's own beans that routes may call. */
    static final Set<String> BEANS = Set.of(
            "nightly",
            "runs",
            "unattributed",
            "sweep",
            "population",
            "consentGate",
            "registers",
            "openCases",
            "outages",
            "keepLastGood",
            "jdbcQuestions",
            "deliveries",
            "restAsk",
            "mapper",
            "populationFacts",
            "publish",
            "noting",
            "digest",
            "effectRound");

    /** What a route may catch. */
    static final Set<String> EXCEPTIONS = Set.of(
            "java.lang.Exception",
            "java.sql.SQLException",
            "java.io.IOException",
            "dk.samblik.register.RegisterUnavailable");

    /** A method of a bean, with {@code *} and parameters only. */
    static final Pattern METHOD = Pattern.compile("[a-zA-Z]+(\\(((\\*|'\\{\\{[a-z-]+}}')(, )?)*\\))?");

    /** A place that is filled in when the route is made. */
    static final Pattern FILLED = Pattern.compile("\\{\\{(.*?)}}");

    /** What may fill it: a parameter of the template, or a setting of ours. */
    static final Pattern PARAMETER = Pattern.compile("[a-z-]+|samblik\\.[a-z.-]+");

    private RouteVocabulary() {}
}
