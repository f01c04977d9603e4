import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { TopographError } from "../model/errors.ts";
import { BACKGROUND, type Background } from "../text/background/background.ts";
import { readBackground } from "../text/background/table.ts";
import { findBuilt } from "./built.ts";
import type { BuildChoices } from "./command.ts";

/** What `--background` says, as the parameters say it: absent where an earlier map decides. */
export function backgroundChoice({ background, base }: BuildChoices): { readonly background?: string } {
  if (background === undefined && base !== undefined) return {};
  return { background: background === "none" ? "" : BACKGROUND };
}

/** The table of the words of science, beside dist/. @throws TopographError (input) where it is missing */
export async function loadTable(): Promise<Background> {
  const path = findBuilt("../data/background.bin");
  if (path === undefined)
    throw new TopographError(
      "input",
      "this installation lacks data/background.bin; install Topograph anew, or give --background none",
    );
  return readBackground(gunzipSync(readFileSync(path)).toString("utf8"));
}
