package dk.samblik.operations;

import dk.samblik.register.RegisterFile;
import dk.samblik.register.Registers;
import dk.samblik.run.RouteStates.RouteState;
import dk.samblik.run.Switches.Part;
import dk.samblik.run.Switches.State;
import dk.samblik.team.Badge;
import dk.samblik.team.Words;
import java.util.Map;
import java.util.stream.Collectors;

/** Routes in plain words: their names, how they stand, and what the teams see while one is off. {@code titles} by register. */
record RouteWords(Words words, Map<String, String> titles) {

    RouteWords {
        titles = Map.copyOf(titles);
    }

    static RouteWords of(Registers registers, Words words) {
        return new RouteWords(
                words, registers.all().stream().collect(Collectors.toMap(RegisterFile::name, RegisterFile::title)));
    }

    /** What it is called by those who do not know its id. */
    public String name(String route) {
        String register = Part.register(route);
        return register.isEmpty()
                ? words.sayOr("route.name." + route, route)
                : words.say("route.name." + route.replaceFirst("-.*", ""), titles.getOrDefault(register, register));
    }

    public Badge badge(RouteState route) {
        String text = words.sayOr("route.state." + route.state(), route.state());
        return switch (route.state()) {
            case "STARTED" -> Badge.success(text);
            case "PAUSED" -> Badge.warning(text);
            default -> Badge.error(text);
        };
    }

    /** What comes of switching it, and what the teams see meanwhile. */
    public String effect(String route, State to) {
        return words.say("switch.effect." + Part.of(route) + "." + to, titles.getOrDefault(Part.register(route), ""));
    }
}
