import { TopographError } from "../model/errors.ts";

/** Stands in the place of the readers in a page of one file, which holds its one map and is kept small. */
export function readPapers(): Promise<never> {
  return Promise.reject(
    new TopographError(
      "input",
      "this page holds one map and reads no papers; open them with Topograph itself",
    ),
  );
}
