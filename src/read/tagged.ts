/** The tags of one record in a line format: each tag's values in order. */
export class Tags {
  readonly #values = new Map<string, string[]>();
  readonly line: number;
  constructor(line: number) {
    this.line = line;
  }
  add(tag: string, value: string): void {
    const list = this.#values.get(tag);
    if (list === undefined) this.#values.set(tag, [value]);
    else list.push(value);
  }
  get empty(): boolean {
    return this.#values.size === 0;
  }
  has(tag: string): boolean {
    return this.#values.has(tag);
  }
  /** All values of the first of the tags that has any that are not blank. */
  all(...tags: readonly string[]): string[] {
    for (const tag of tags) {
      const values = (this.#values.get(tag) ?? []).filter((value) => value.trim() !== "");
      if (values.length > 0) return values;
    }
    return [];
  }
  /** The first value of the first of the tags that has one. */
  first(...tags: readonly string[]): string | undefined {
    return this.all(...tags)[0];
  }
}
