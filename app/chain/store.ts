/** Something outside React that changes, and tells whoever listens. */
export class Store<value> {
  #value: value;
  readonly #listeners = new Set<() => void>();

  constructor(value: value) {
    this.#value = value;
  }

  /** For `useSyncExternalStore`. */
  readonly get = (): value => this.#value;

  /** For `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(value: value): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    for (const listener of this.#listeners) listener();
  }

  update(change: (value: value) => value): void {
    this.set(change(this.#value));
  }
}
