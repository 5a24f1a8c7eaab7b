/** A test that ran, and how it ended. */
export interface Ran {
  /** Its title, with those of everything around it. */
  title: string;
  /** The file it is in. */
  file: string;
  passed: boolean;
}
