package nl.wegwijzer.explorer;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.wegwijzer.statistics.Figure;
import nl.wegwijzer.statistics.Search;
import nl.wegwijzer.statistics.Statement;
import nl.wegwijzer.statistics.Statistics;
import nl.wegwijzer.text.Language;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a reader looks for; an empty part asks for nothing.
 *
 * @param q words, or the number of a figure
 * @param topic id of a topic
 * @param chapter id of a part of the report
 * @param source id of an organisation
 * @param all whether all statements are wanted, however many
 */
record Query(String q, String topic, String chapter, String source, boolean all) {

  private static final Pattern NUMBER = Pattern.compile("(?i)\\s*(?:fig\\w*\\.?)?\\s*0*(\\d{1,3})\\s*");

  public boolean isEmpty() {
    return q.isBlank() && topic.isEmpty() && chapter.isEmpty() && source.isEmpty();
  }

  /** What answers the query, in the order of the report; a figure that is named by its number comes first. */
  Search.Hits answer(Statistics statistics, Chapters chapters, Language language) {
    Search.Hits hits = q.isBlank() ? new Search.Hits(List.copyOf(statistics.figures()),
        List.copyOf(statistics.statements())) : statistics.search(q, language);
    Matcher number = NUMBER.matcher(q);
    Stream<Figure> named = number.matches() ? statistics.figure(number.group(1)).stream() : Stream.empty();
    Predicate<Figure> figure = found -> (topic.isEmpty() || found.topics().contains(topic))
        && (source.isEmpty() || found.sources().contains(source))
        && (chapter.isEmpty() || chapters.of(found.captionLine()).equals(chapter));
    // A statement has no topic of its own: it follows the figures of its section.
    Predicate<Statement> statement = found -> (topic.isEmpty() || topical(statistics, found))
        && (source.isEmpty() || found.sources().contains(source))
        && (chapter.isEmpty() || chapters.of(found.line()).equals(chapter));
    return new Search.Hits(Stream.concat(named, hits.figures().stream()).distinct().filter(figure).toList(),
        hits.statements().stream().filter(statement).toList());
  }

  private boolean topical(Statistics statistics, Statement statement) {
    return statistics.byTopic(topic).stream().anyMatch(figure -> figure.section().equals(statement.section())
        || figure.statements().contains(statement.id()) || statement.repeats().startsWith(figure.id() + ":"));
  }

  /** The address of the page that answers this query. */
  String address(String path) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
    Stream.of(new String[][] {{"q", q}, {"topic", topic}, {"chapter", chapter}, {"source", source},
        {"all", all ? "true" : ""}}).filter(part -> !part[1].isBlank())
        .forEach(part -> address.queryParam(part[0], "{" + part[0] + "}"));
    return address.encode().buildAndExpand(Map.of("q", q, "topic", topic, "chapter", chapter,
        "source", source, "all", "true")).toUriString();
  }

  Query withAll() {
    return new Query(q, topic, chapter, source, true);
  }
}
