/** A page of one file has all links of its map. */
export function followSight(): void {}
