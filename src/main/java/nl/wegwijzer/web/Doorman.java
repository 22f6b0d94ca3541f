package nl.wegwijzer.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before everything else: every answer leaves with the security headers, refusals of the firewall included,
 * and a form that cannot be decoded is refused without its content reaching the log.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Doorman extends OncePerRequestFilter {

  private static final Map<String, String> HEADERS = new LinkedHashMap<>();

  static {
    HEADERS.put("Content-Security-Policy", String.join("; ", "default-src 'none'", "script-src 'self'",
        "style-src 'self'", "img-src 'self'", "font-src 'self'", "connect-src 'self'", "form-action 'self'",
        "base-uri 'none'", "frame-ancestors 'none'", "object-src 'none'", "require-trusted-types-for 'script'"));
    HEADERS.put("Permissions-Policy", "accelerometer=(), camera=(), display-capture=(), geolocation=(), "
        + "gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()");
    HEADERS.put("Referrer-Policy", "no-referrer");
    HEADERS.put("Cross-Origin-Opener-Policy", "same-origin");
    HEADERS.put("Cross-Origin-Resource-Policy", "same-origin");
    HEADERS.put("X-Frame-Options", "DENY");
    HEADERS.put("X-Content-Type-Options", "nosniff");
    // What may be kept, such as fingerprinted files, says so itself.
    HEADERS.put(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HEADERS.forEach(response::setHeader);
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    try {
      request.getParameterMap();
    } catch (InvalidParameterException unreadable) {
      // Its message quotes what was typed, so it may not go on to whoever logs.
      response.sendError(unreadable.getErrorCode());
      return;
    }
    chain.doFilter(request, response);
  }
}
