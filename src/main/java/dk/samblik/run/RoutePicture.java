package dk.samblik.run;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;

/**
 * A route as it is drawn: where it begins, and its steps from the top down. {@code callers} are the routes that lead to it by
 * an address of their own; who is called by a list made at run time is not known beforehand.
 */
public record RoutePicture(String from, List<Step> steps, List<String> callers) {

    public RoutePicture {
        steps = List.copyOf(steps);
        callers = List.copyOf(callers);
    }

    /** One step: how deep it stands inside others, its id, what kind it is, and what it calls (empty where it calls nothing). */
    public record Step(int depth, String id, String kind, String calls) {}

    static RoutePicture of(RouteDefinition route, List<RouteDefinition> all) {
        List<Step> steps = new ArrayList<>();
        walk(route.getOutputs(), 0, steps);
        String from = bare(route.getEndpointUrl());
        List<String> callers = all.stream()
                .filter(other -> leadsTo(other, from))
                .map(RouteDefinition::getRouteId)
                .sorted()
                .toList();
        return new RoutePicture(from, steps, callers);
    }

    private static boolean leadsTo(RouteDefinition route, String address) {
        List<Step> steps = new ArrayList<>();
        walk(route.getOutputs(), 0, steps);
        return steps.stream().anyMatch(step -> step.calls().equals(address));
    }

    private static void walk(List<ProcessorDefinition<?>> outputs, int depth, List<Step> into) {
        for (ProcessorDefinition<?> output : outputs) {
            boolean drawn = output.hasCustomIdAssigned();
            if (drawn) {
                into.add(new Step(depth, output.getId(), output.getShortName(), calls(output)));
            }
            walk(output.getOutputs(), drawn ? depth + 1 : depth, into);
        }
    }

    private static String calls(ProcessorDefinition<?> step) {
        if (step instanceof ToDefinition to) {
            return bare(to.getUri());
        }
        if (step instanceof BeanDefinition bean) {
            String method =
                    bean.getMethod() == null ? "" : "." + bean.getMethod().replaceFirst("\\(.*", "");
            return bean.getRef() + method;
        }
        return "";
    }

    /** Without options: they may hold what is configured. */
    private static String bare(String address) {
        return address.replaceFirst("\\?.*", "").replace("://", ":");
    }
}
