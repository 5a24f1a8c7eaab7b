/** A parameter of an act: its name, its type in the ABI, and of a structure its name and its own parameters. */
export interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly struct?: string;
  readonly components?: readonly Parameter[];
}

/** An act that people can sign. */
export interface Signable {
  /** The core that takes it, by its name in a deployment. */
  readonly core: string;
  /** The core's function. */
  readonly name: string;
  /** Whether it names a nonce: the core could take the same act twice. */
  readonly numbered: boolean;
  readonly inputs: readonly Parameter[];
}
