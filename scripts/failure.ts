/** A failure that a person can mend: a sentence, and what helps. The command line prints both and ends with 1. */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly hint: string;

  constructor(sentence: string, hint: string, cause?: unknown) {
    super(sentence, cause === undefined ? undefined : { cause });
    this.hint = hint;
  }
}
