package nl.wegwijzer.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.wegwijzer.knowledge.Knowledge;
import nl.wegwijzer.knowledge.KnowledgeBase;
import nl.wegwijzer.text.Language;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Keeps visits in one encrypted cookie of the visitor; the server remembers nothing. */
@Component
public class Visits {

  static final String UNREADABLE = "error-session-text";

  private final KnowledgeBase knowledgeBase;
  private final Clock clock;
  private final Seal seal;
  private final String cookie;
  private final boolean hostPrefix;

  Visits(KnowledgeBase knowledgeBase, Clock clock,
      @Value("${wegwijzer.cookie.host-prefix:true}") boolean hostPrefix,
      @Value("${wegwijzer.answers.keys:}") String keys,
      @Value("${wegwijzer.answers.key-file:var/answers.key}") Path keyFile) {
    this.knowledgeBase = knowledgeBase;
    this.clock = clock;
    this.hostPrefix = hostPrefix;
    this.cookie = hostPrefix ? "__Host-answers" : "answers";
    this.seal = new Seal(AnswerKeys.load(keys, keyFile));
  }

  /** Everything a page needs to know of its request. A cookie that cannot be read is a fresh start, with a notice. */
  public Here here(HttpServletRequest request) {
    Knowledge knowledge = knowledgeBase.current();
    LocalDate today = LocalDate.now(clock);
    Here fresh = new Here(knowledge, language(request), today, Visit.FRESH, List.of());
    Optional<String> token = token(request);
    if (token.isEmpty()) {
      return fresh;
    }
    Optional<VisitText.Read> read = seal.open(token.get(), clock.instant())
        .map(text -> VisitText.read(text, knowledge.forms(), today));
    if (read.isEmpty()) {
      return fresh.noting(UNREADABLE);
    }
    return new Here(knowledge, fresh.language(), today, read.get().visit(),
        read.get().dropped() ? List.of("answers-dropped") : List.of());
  }

  public void keep(Visit visit, HttpServletResponse response) {
    String token = seal.close(VisitText.write(visit), clock.instant())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE));
    response.addHeader(HttpHeaders.SET_COOKIE, cookie(token).build().toString());
  }

  public void forget(HttpServletResponse response) {
    response.addHeader(HttpHeaders.SET_COOKIE, cookie("").maxAge(Duration.ZERO).build().toString());
  }

  /** The language of the address; where the address has none, the one the browser prefers, else Dutch. */
  static Language language(HttpServletRequest request) {
    Object failed = request.getAttribute("jakarta.servlet.error.request_uri");
    String path = failed == null ? request.getRequestURI() : failed.toString();
    String first = path.startsWith("/") ? path.substring(1).split("/", 2)[0] : "";
    return Language.of(first).orElseGet(() -> preferred(request));
  }

  private static Language preferred(HttpServletRequest request) {
    if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
      return Language.NL;
    }
    return java.util.Collections.list(request.getLocales()).stream().map(Locale::getLanguage)
        .flatMap(tag -> Language.of(tag).stream()).findFirst().orElse(Language.NL);
  }

  private Optional<String> token(HttpServletRequest request) {
    if (request.getCookies() != null) {
      for (Cookie sent : request.getCookies()) {
        if (sent.getName().equals(cookie)) {
          return Optional.of(sent.getValue());
        }
      }
    }
    return Optional.empty();
  }

  private ResponseCookie.ResponseCookieBuilder cookie(String value) {
    return ResponseCookie.from(cookie, value).path("/").httpOnly(true).secure(hostPrefix).sameSite("Lax");
  }
}
