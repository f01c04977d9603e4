import { expect, test } from "vitest";
import { hold, release } from "../../src/cli/hold.ts";

test("a thread keeps the process alive until the last of the runs on it is done", () => {
  const calls: string[] = [];
  const thread = { ref: () => void calls.push("ref"), unref: () => void calls.push("unref") };
  hold(thread); // one run
  hold(thread); // another meanwhile
  release(thread);
  expect(calls).toEqual(["ref"]);
  release(thread);
  expect(calls).toEqual(["ref", "unref"]);
  hold(thread);
  expect(calls).toEqual(["ref", "unref", "ref"]);
});
