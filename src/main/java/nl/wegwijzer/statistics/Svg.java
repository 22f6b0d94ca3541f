package nl.wegwijzer.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes SVG elements; every text and attribute is escaped, and nothing needs a script or a style attribute. */
final class Svg {

  private final StringBuilder out = new StringBuilder();

  /** Opens an element; attributes come as name, value, name, value. */
  Svg open(String element, Object... attributes) {
    return tag(element, ">", attributes);
  }

  Svg empty(String element, Object... attributes) {
    return tag(element, "/>", attributes);
  }

  Svg close(String element) {
    out.append("</").append(element).append('>');
    return this;
  }

  Svg element(String element, String text, Object... attributes) {
    open(element, attributes);
    out.append(escaped(text));
    return close(element);
  }

  Svg raw(Svg other) {
    out.append(other.out);
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private Svg tag(String element, String end, Object... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"").append(escaped(text(attributes[i + 1]))).append('"');
    }
    out.append(end);
    return this;
  }

  private static String text(Object value) {
    return value instanceof Double number
        ? BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
