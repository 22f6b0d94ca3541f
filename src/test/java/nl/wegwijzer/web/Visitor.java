package nl.wegwijzer.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a very simple browser: keeps cookies, follows nothing, fills in forms with their token. */
public final class Visitor {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final String site;
  public final Map<String, String> cookies = new LinkedHashMap<>();
  private String token = "";

  public Visitor(int port) {
    this.site = "http://localhost:" + port;
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  /** Sends a form with the token of the last page. */
  public HttpResponse<String> post(String path, String... pairs) {
    StringBuilder body = new StringBuilder("_csrf=" + encoded(token));
    for (int i = 0; i < pairs.length; i += 2) {
      body.append('&').append(encoded(pairs[i])).append('=').append(encoded(pairs[i + 1]));
    }
    return postRaw(path, body.toString());
  }

  /** Sends a form exactly as it is written here. */
  HttpResponse<String> postRaw(String path, String body) {
    return send(request(path, "Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Where a redirect leads, as a path. */
  public static String location(HttpResponse<?> response) {
    return response.headers().firstValue("Location").map(URI::create).map(URI::getPath).orElse("");
  }

  public void forgetToken() {
    token = "";
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site + path));
    if (!cookies.isEmpty()) {
      request.header("Cookie", cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue())
          .collect(Collectors.joining("; ")));
    }
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      for (String set : response.headers().allValues("Set-Cookie")) {
        String[] cookie = set.split(";", 2)[0].split("=", 2);
        if (set.contains("Max-Age=0")) {
          cookies.remove(cookie[0]);
        } else {
          cookies.put(cookie[0], cookie[1]);
        }
      }
      Matcher found = TOKEN.matcher(response.body());
      if (found.find()) {
        token = found.group(1);
      }
      return response;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
