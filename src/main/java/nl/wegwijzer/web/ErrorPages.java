package nl.wegwijzer.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import nl.wegwijzer.advice.Wording;
import nl.wegwijzer.knowledge.KnowledgeBase;
import nl.wegwijzer.knowledge.KnowledgeLoader;
import nl.wegwijzer.text.Language;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.servlet.ModelAndView;

/** Says in words what went wrong, and nothing about how; programs get problem details. */
@Controller
class ErrorPages implements ErrorController {

  private final Visits visits;
  private final KnowledgeBase knowledgeBase;

  ErrorPages(Visits visits, KnowledgeBase knowledgeBase) {
    this.visits = visits;
    this.knowledgeBase = knowledgeBase;
  }

  @RequestMapping("${spring.web.error.path:${error.path:/error}}")
  Object error(HttpServletRequest request, HttpServletResponse response) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status = code instanceof Integer number && HttpStatus.resolve(number) != null
        ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
    String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    if (path.equals("/api") || path.startsWith("/api/")) {
      ProblemDetail problem = ProblemDetail.forStatus(status);
      problem.setInstance(UriComponentsBuilder.fromPath(path).build().toUri());
      return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }
    Here here;
    try {
      here = visits.here(request);
    } catch (KnowledgeBase.NoKnowledge e) {
      response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
      Language language = Visits.language(request);
      return new ModelAndView("web/unavailable").addObject("language", language)
          .addObject("w", new Wording(KnowledgeLoader.packedForms(), language))
          .addObject("refused", knowledgeBase.refused());
    }
    String key = "error-" + status.value();
    if (!here.forms().texts().containsKey(key + "-title")) {
      key = status.is5xxServerError() ? "error-500" : "error-400";
    }
    response.setStatus(status.value());
    return Page.of(here, here.wording().text(key + "-title"), Map.of(Language.NL, "/nl", Language.EN, "/en"))
        .view("web/error").addObject("text", here.wording().text(key + "-text"));
  }
}
