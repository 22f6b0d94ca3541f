package nl.wegwijzer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests that no browser sends, over a bare socket: refused as the sender's mistake, without a word in the log. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    // As in logback.xml: what strangers ask for is not written down.
    properties = {"wegwijzer.answers.key-file=target/hostile-requests.key", "logging.level.org.springframework.web=ERROR"})
@ExtendWith(OutputCaptureExtension.class)
class HostileRequestsTest {

  private static final String JSON = "Content-Type: application/json\r\n";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
  private static final String WIZARD = "/en/bring-my-family/question/FamilyTie";
  private static final String PLAYGROUND = "/en/authoring/playground";

  @LocalServerPort
  private int port;

  /** What is sent. */
  private record Hostile(String name, String head, byte[] body) {

    static Hostile get(String name, String path, String headers) {
      return new Hostile(name, "GET " + path + " HTTP/1.1\r\n" + headers, new byte[0]);
    }

    static Hostile json(String name, String body) {
      return post(name, "/api/v1/advice", JSON, body.getBytes(StandardCharsets.UTF_8));
    }

    static Hostile post(String name, String path, String headers, byte[] body) {
      return new Hostile(name, "POST " + path + " HTTP/1.1\r\n" + headers + "Content-Length: " + body.length + "\r\n", body);
    }

    static Hostile form(String name, String path, String body) {
      return post(name, path, FORM, body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Hostile> hostile() {
    String long1m = "canary" + "x".repeat(1_000_000);
    String fields = IntStream.range(0, 100_000).mapToObj(i -> "canary" + i + "=x").collect(Collectors.joining("&"));
    String someFields = IntStream.range(0, 6_000).mapToObj(i -> "c" + i + "=canary").collect(Collectors.joining("&"));
    byte[] latin = "{\"journey\": \"canaryé\"}".getBytes(StandardCharsets.ISO_8859_1);
    return List.of(
        Hostile.json("ten megabytes of JSON", "{\"journey\": \"canary" + "x".repeat(10_000_000) + "\"}"),
        Hostile.json("a string of a megabyte", "{\"answers\": {\"FamilyTie\": \"" + long1m + "\"}}"),
        Hostile.json("arrays in arrays", "{\"answers\": {\"canary\": " + "[".repeat(50_000) + "]".repeat(10_000) + "}}"),
        Hostile.json("objects in objects", "{\"canary\":".repeat(6_000)),
        Hostile.json("a number as a power", "{\"answers\": {\"Age\": 1e999999999}}"),
        Hostile.json("a negative power", "{\"answers\": {\"Age\": 1e-999999999}}"),
        Hostile.json("a number of fifty thousand digits", "{\"answers\": {\"Age\": " + "9".repeat(50_000) + "}}"),
        Hostile.json("the same key again", "{\"on\": \"2024-05-15\", \"on\": \"canary\"}"),
        Hostile.json("the same answer again", "{\"answers\": {\"FamilyTie\": \"spouse\", \"FamilyTie\": \"canary\"}}"),
        Hostile.json("four thousand unknown keys", IntStream.range(0, 4_000).mapToObj(i -> "\"canary" + i + "\":1")
            .collect(Collectors.joining(",", "{", "}"))),
        Hostile.json("four thousand unknown goals", "{\"goals\": [" + "\"canary\",".repeat(4_000) + "\"x\"]}"),
        Hostile.json("nothing", ""),
        Hostile.post("another encoding", "/api/v1/advice", JSON, latin),
        Hostile.post("two bytes a character", "/api/v1/advice", JSON, "canary".getBytes(StandardCharsets.UTF_16)),
        Hostile.post("an unknown charset", "/api/v1/advice", "Content-Type: application/json; charset=canary\r\n", new byte[] {'{'}),
        Hostile.post("a form to the API", "/api/v1/advice", FORM, fields.getBytes(StandardCharsets.UTF_8)),
        new Hostile("a length that is no number", "POST /api/v1/advice HTTP/1.1\r\n" + JSON + "Content-Length: canary\r\n", new byte[0]),
        new Hostile("two lengths", "POST /api/v1/advice HTTP/1.1\r\n" + JSON + "Content-Length: 1\r\nContent-Length: 2\r\n", new byte[1]),
        new Hostile("a chunk that is no number", "POST /api/v1/advice HTTP/1.1\r\n" + JSON + "Transfer-Encoding: chunked\r\n",
            "canary\r\n{}\r\n".getBytes(StandardCharsets.UTF_8)),
        Hostile.get("an address of a megabyte", "/en?" + long1m, ""),
        Hostile.get("a header of a megabyte", "/en", "X-Long: " + long1m + "\r\n"),
        Hostile.get("ten thousand headers", "/en", "X-A: canary\r\n".repeat(10_000)),
        Hostile.get("a cookie of a megabyte", "/en", "Cookie: __Host-answers=" + long1m + "\r\n"),
        Hostile.get("an address with a control character", "/en/\u0001canary", ""),
        Hostile.get("an address that climbs", "/assets/../../etc/passwd", ""),
        Hostile.get("an encoded address that climbs", "/assets/%2e%2e/%2e%2e/etc/passwd", ""),
        Hostile.get("a nought in an address", "/en/%00canary", ""),
        Hostile.form("a hundred thousand fields to the wizard", WIZARD, fields),
        Hostile.form("a hundred thousand fields to the playground", PLAYGROUND, fields),
        Hostile.form("six thousand fields to the wizard", WIZARD, someFields),
        Hostile.form("six thousand fields to the playground", PLAYGROUND, someFields),
        Hostile.form("a field of ten megabytes to the wizard", WIZARD, "answer=canary" + "x".repeat(10_000_000)),
        Hostile.form("a field of ten megabytes to the playground", PLAYGROUND, "json=canary" + "x".repeat(10_000_000)),
        Hostile.form("a form that is not UTF-8", WIZARD, "answer=canary%ff%fe"),
        Hostile.form("a form without a token", WIZARD, "answer=canary"),
        Hostile.post("parts without end", WIZARD, "Content-Type: multipart/form-data; boundary=x\r\n",
            "--x\r\nContent-Disposition: form-data; name=\"canary\"\r\n\r\ncanary\r\n".repeat(20_000).getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void isRefusedAsAMistakeOfTheSender(Hostile hostile, CapturedOutput output) throws IOException {
    String reply = send(hostile.head(), hostile.body());
    assertThat(reply).containsPattern("^HTTP/1\\.1 (400|403|404|413|414|415|422|431) ");
    assertThat(reply).doesNotContain("Exception", "\tat ", "org.apache", "org.spring", "root:");
    if (hostile.head().contains(" /api/") && !hostile.name().contains("chunk") && !hostile.name().contains("length")) {
      assertThat(reply).contains("Content-Type: application/problem+json");
    }
    assertThat(output.getAll()).doesNotContain("canary", "Exception", "\tat ");
    assertThat(send("GET /api/v1/health HTTP/1.1\r\n", new byte[0])).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest(name = "{0}")
  @org.junit.jupiter.params.provider.ValueSource(strings = {"__Host-answers=%00%ff", "__Host-answers=;;;=;\"", "=", "\"", "a=b; a=b; a",
      "__Host-csrf=x; __Host-csrf=y", "__Host-answers=\u00ff\u00fe", "$Version=1; __Host-answers=\"canary\\\""})
  void rubbishForCookiesIsAFreshStart(String cookie, CapturedOutput output) throws IOException {
    assertThat(send("GET /en/bring-my-family HTTP/1.1\r\nCookie: " + cookie + "\r\n", new byte[0])).startsWith("HTTP/1.1 200 ");
    assertThat(output.getAll()).doesNotContain("canary", "Exception");
  }

  @ParameterizedTest(name = "{0}")
  @org.junit.jupiter.params.provider.ValueSource(strings = {"[", "{\"answers\":", "[[[[[[[[[["})
  void aTowerPastedIntoThePlaygroundIsAMistakeOnThePage(String brick, CapturedOutput output) {
    Visitor visitor = new Visitor(port);
    visitor.get(PLAYGROUND);
    assertThat(visitor.post(PLAYGROUND, "json", brick.repeat(2000)).statusCode()).isBetween(200, 499);
    assertThat(visitor.post(PLAYGROUND, "json", "{\"answers\": {\"Age\": 1e999999999}}").statusCode()).isBetween(200, 499);
    assertThat(visitor.post(PLAYGROUND, "json", "[]").statusCode()).isBetween(200, 499);
    assertThat(visitor.post(PLAYGROUND, "json", "null").statusCode()).isBetween(200, 499);
    assertThat(output.getAll()).doesNotContain("Exception");
  }

  @Test
  void whoHangsUpHalfwayLeavesNothingBehind(CapturedOutput output) throws IOException {
    for (int i = 0; i < 20; i++) {
      try (Socket socket = new Socket("localhost", port)) {
        socket.getOutputStream().write(("POST /api/v1/advice HTTP/1.1\r\nHost: localhost\r\n" + JSON
            + "Content-Length: 1000\r\n\r\n{\"canary").getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(send("GET /api/v1/health HTTP/1.1\r\n", new byte[0])).startsWith("HTTP/1.1 200 ");
    assertThat(output.getAll()).doesNotContain("canary", "\tat ");
  }

  private String send(String head, byte[] body) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(60_000);
      OutputStream output = socket.getOutputStream();
      Thread writer = new Thread(() -> {
        try {
          output.write((head + "Host: localhost\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
          output.write(body);
          output.flush();
        } catch (IOException e) {
          // The server hung up before everything was sent: it had seen enough.
        }
      });
      writer.start();
      StringBuilder reply = new StringBuilder();
      byte[] buffer = new byte[8192];
      try {
        for (int n = socket.getInputStream().read(buffer); n > 0; n = socket.getInputStream().read(buffer)) {
          reply.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
        }
      } catch (SocketException e) {
        // What was said before stands.
      }
      return reply.toString();
    }
  }
}
