/** What an error carries besides its sentence. */
export interface ConsentricErrorOptions {
  /** What exactly was met: values, numbers, what the other side said. */
  readonly details?: string | undefined;
  /** What the reader can do about it. */
  readonly hint?: string | undefined;
  readonly cause?: unknown;
}

/** The base of all errors that the SDK throws on purpose: a code to test, a sentence to read. */
export class ConsentricError extends Error {
  override readonly name: string = "ConsentricError";
  /** Stable, for programs. */
  readonly code: string;
  /** One sentence without details. */
  readonly sentence: string;
  readonly details: string | undefined;
  readonly hint: string | undefined;

  constructor(code: string, sentence: string, options: ConsentricErrorOptions = {}) {
    const { details, hint, cause } = options;
    super([sentence, details, hint].filter((part) => part !== undefined).join("\n"), { cause });
    this.code = code;
    this.sentence = sentence;
    this.details = details;
    this.hint = hint;
  }

  /** The first error in the chain of causes, this one included, that `matches`; undefined when none does. */
  walk(matches: (error: unknown) => boolean): unknown {
    let error: unknown = this;
    while (error !== undefined && error !== null) {
      if (matches(error)) return error;
      error = error instanceof Error ? error.cause : undefined;
    }
    return undefined;
  }
}
