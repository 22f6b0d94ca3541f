package nl.wegwijzer.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads addresses without a language to the one the browser prefers. */
@Controller
class LanguageController {

  @GetMapping("/")
  String start(HttpServletRequest request) {
    return "redirect:/" + Visits.language(request).tag();
  }

  @GetMapping({"/desk", "/authoring", "/status"})
  String page(HttpServletRequest request) {
    return "redirect:/" + Visits.language(request).tag() + request.getRequestURI();
  }
}
