package nl.wegwijzer.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that uses the API as any other would: over HTTP, knowing nothing but the contract. */
record Program(int port) {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.shared();

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  /** Sends a case as it stands, right or wrong. */
  HttpResponse<String> post(String json) {
    return send("POST", "/api/v1/advice", json, "Content-Type", "application/json");
  }

  HttpResponse<String> post(Map<String, ?> json) {
    return post(JSON.writeValueAsString(json));
  }

  /** What a good case yields. */
  JsonNode advice(Map<String, ?> json) {
    HttpResponse<String> response = post(json);
    if (response.statusCode() != 200) {
      throw new AssertionError(response.body());
    }
    return JSON.readTree(response.body());
  }

  /** What is wrong with a case, each as "pointer: detail". */
  List<String> errors(String json) {
    HttpResponse<String> response = post(json);
    if (response.statusCode() != 400) {
      throw new AssertionError(response.statusCode() + ": " + response.body());
    }
    return JSON.readTree(response.body()).get("errors").valueStream()
        .map(error -> error.get("pointer").asString() + ": " + error.get("detail").asString()).toList();
  }

  JsonNode json(String path) {
    return JSON.readTree(get(path).body());
  }

  HttpResponse<String> send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    try {
      return CLIENT.send((headers.length == 0 ? request : request.headers(headers)).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
