import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { FILES } from "../read/mutation-files.ts";
import { mutate } from "../read/mutations.ts";
import { mutateStructure } from "../read/structure-mutations.ts";
import { checkLinear } from "./linear.ts";

/**
 * The nightly run: `npm run fuzz -- [runs per format = 20000] [part of a file's name] [seed = 7]`: mutated bytes of
 * each real file, mutations of structure, then the time of hostile fields and files; `structure` or `linear` as the
 * name do only these. Prints a line each and every failure; exit code 1 if there is one.
 */
const [runs = "20000", only = "", seed = "7"] = process.argv.slice(2);
const folder = "../shared/formats";
if (!existsSync(folder)) throw new Error(`${folder} is not here: there are no real files to mutate`);
let failed = 0;

/** Prints what came of a part of the run. */
async function report(name: string, part: () => ReturnType<typeof mutate>): Promise<void> {
  const before = process.cpuUsage();
  const failures = await part();
  const { user, system } = process.cpuUsage(before);
  failed += failures.length;
  console.log(
    `${name}: ${runs} mutated files, ${failures.length} failures, ${((user + system) / 1e6).toFixed(1)} s`,
  );
  for (const { run, reason } of failures.slice(0, 20)) console.log(`  run ${run}: ${reason}`);
}

for (const file of FILES.filter((name) => name.includes(only)))
  await report(file, () =>
    mutate(basename(file), new Uint8Array(readFileSync(`${folder}/${file}`)), Number(runs), Number(seed)),
  );
if ("structure".includes(only)) {
  const files = FILES.map((file) => readFileSync(`${folder}/${file}`, "utf8"));
  await report("structure", () => mutateStructure(files, Number(runs), Number(seed)));
}
if ("linear".includes(only)) failed += await checkLinear();
process.exitCode = failed > 0 ? 1 : 0;
