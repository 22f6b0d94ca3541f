package nl.wegwijzer.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.wegwijzer.statistics.Discrepancy;
import nl.wegwijzer.statistics.Figure;
import nl.wegwijzer.statistics.Statement;
import nl.wegwijzer.statistics.Statistics;
import nl.wegwijzer.text.Language;

/**
 * Places of the report that cannot all be right, told to a reader.
 *
 * @param computed what follows from the other numbers; empty when nothing is computed
 * @param places what the report prints where
 * @param links to the figures and statements it is about
 */
public record Clash(String id, String kind, String assessment, String computed, List<String> places,
    List<Link> links) {

  /** A figure or statement by its name. */
  public record Link(String text, String address) {}

  public static Clash of(Discrepancy discrepancy, Here here) {
    Telling telling = new Telling(here);
    Language language = here.language();
    Map<Integer, List<String>> byLine = new LinkedHashMap<>();
    discrepancy.evidence().forEach(place ->
        byLine.computeIfAbsent(place.line(), line -> new ArrayList<>()).add(place.printed()));
    List<String> places = byLine.entrySet().stream().map(line -> here.wording().text("explorer-discrepancy-place",
        Map.of("line", String.valueOf(line.getKey()),
            "printed", line.getValue().stream().distinct().collect(Collectors.joining(" \u00b7 "))))).toList();
    return new Clash(discrepancy.id(),
        here.wording().text("explorer-discrepancy-" + discrepancy.kind().name().toLowerCase(Locale.ROOT)),
        discrepancy.assessment().in(language), discrepancy.computed().map(telling::number).orElse(""), places,
        links(discrepancy, here));
  }

  private static List<Link> links(Discrepancy discrepancy, Here here) {
    Statistics statistics = here.knowledge().statistics();
    List<Link> links = new ArrayList<>();
    discrepancy.figures().forEach(id -> statistics.figure(id).ifPresent(figure ->
        links.add(new Link(name(figure, here), Telling.address(figure, here.language())))));
    discrepancy.statements().forEach(id -> statistics.statement(id).ifPresent(statement ->
        links.add(new Link(name(statement, here), Telling.address(statement, here.language())))));
    return links;
  }

  private static String name(Figure figure, Here here) {
    return here.wording().text("explorer-figure-title",
        Map.of("figure", figure.id(), "title", figure.title().in(here.language())));
  }

  private static String name(Statement statement, Here here) {
    return statement.text().in(here.language());
  }
}
