package nl.wegwijzer.web;

import static org.springframework.http.HttpMethod.GET;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

/** Two chains, both without sessions: the API without cookies, and the pages with a token on every form. */
@Configuration
class SecurityConfiguration {

  @Bean
  @Order(1)
  SecurityFilterChain programs(HttpSecurity http) throws Exception {
    return common(http.securityMatcher("/api/**"))
        .csrf(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(HttpSecurity http, @Value("${wegwijzer.cookie.host-prefix:true}") boolean hostPrefix)
      throws Exception {
    CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName(hostPrefix ? "__Host-csrf" : "csrf");
    tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).secure(hostPrefix).path("/").sameSite("Lax"));
    return common(http)
        .csrf(csrf -> csrf.csrfTokenRepository(tokens))
        .authorizeHttpRequests(requests -> requests
            .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll()
            .requestMatchers("/nl/**", "/en/**", "/nl", "/en").permitAll()
            .requestMatchers(GET, "/", "/desk", "/authoring", "/status", "/assets/**").permitAll()
            .anyRequest().denyAll())
        .exceptionHandling(refused -> refused.authenticationEntryPoint((request, response, exception) ->
            // There is nobody to log in: what is not public does not exist.
            response.sendError(HttpServletResponse.SC_NOT_FOUND)))
        .build();
  }

  private static HttpSecurity common(HttpSecurity http) throws Exception {
    return http
        .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        // The doorman sets them on every answer, also on what never gets this far.
        .headers(AbstractHttpConfigurer::disable);
  }
}
