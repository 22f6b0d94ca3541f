package nl.wegwijzer.text;

/**
 * How large anything may be that an author writes: many times what the project needs, and small enough to be read and
 * refused in seconds with little memory.
 */
public final class Limits {

  /** Bytes of one file. */
  public static final int LARGEST_FILE = 512 * 1024;
  /** Bytes of all files together. */
  public static final int LARGEST_SET = 8 * 1024 * 1024;
  /** Files and folders in one of the folders of authors, of whatever kind. */
  public static final int MOST_FILES = 2000;
  /** How deep folders may stand in each other. */
  public static final int DEEPEST_FOLDER = 8;
  /** How deep lists and maps may stand in each other. */
  public static final int DEEPEST = 30;
  /** Characters of one text, one name or one field of a table. */
  public static final int LONGEST_TEXT = 10_000;
  /** Columns of a table. */
  public static final int MOST_COLUMNS = 100;
  /** Rules of all files together. */
  public static final int MOST_RULES = 2000;
  /** Conditions of one rule, and values of one list in it. */
  public static final int MOST_CONDITIONS = 300;
  /** Problems told at once: whoever mends those will look again. */
  public static final int MOST_PROBLEMS = 200;
  /** Characters of one message about a problem. */
  static final int LONGEST_MESSAGE = 1000;

  private Limits() {}
}
