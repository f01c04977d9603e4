import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { FILES } from "../read/mutation-files.ts";
import { mutate } from "../read/mutations.ts";

/**
 * The nightly run: `npm run fuzz -- [runs per format = 20000] [part of a file's name] [seed = 7]`.
 * Prints a line a format and every failure; exit code 1 if there is one.
 */
const [runs = "20000", only = "", seed = "7"] = process.argv.slice(2);
const folder = "../shared/formats";
if (!existsSync(folder)) throw new Error(`${folder} is not here: there are no real files to mutate`);
let failed = 0;
for (const file of FILES.filter((name) => name.includes(only))) {
  const before = process.cpuUsage();
  const content = new Uint8Array(readFileSync(`${folder}/${file}`));
  const failures = await mutate(basename(file), content, Number(runs), Number(seed));
  const { user, system } = process.cpuUsage(before);
  failed += failures.length;
  console.log(
    `${file}: ${runs} mutated files, ${failures.length} failures, ${((user + system) / 1e6).toFixed(1)} s`,
  );
  for (const { run, reason } of failures.slice(0, 20)) console.log(`  run ${run}: ${reason}`);
}
process.exitCode = failed > 0 ? 1 : 0;
