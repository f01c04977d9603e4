/** Stands in the place of the search among vectors in a page of one file: it has the links of its map, and reads none. */
export function denseInput(): never {
  throw new Error("this page has no vectors");
}

export const denseKernel = { name: "knnDense", run: denseInput };
