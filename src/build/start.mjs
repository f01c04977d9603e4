/**
 * `npm start`: builds everything, then serves the map of the demo collection. What the build says goes to build.log, and
 * so do warnings about the demo's file: they are for readers of the read report, which the page has too.
 */
import { spawn, spawnSync } from "node:child_process";
import { appendFileSync, openSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const LOG = "build.log";
const DEMO = ["data/resnet_papers_page.txt", "--title", "Residual networks and their kin"];

console.error(`Building (about half a minute; ${LOG} has the details) …`);
const log = openSync(LOG, "w");
const { status } = spawnSync("npm", ["run", "build"], { stdio: ["ignore", log, log], shell: true });
if (status !== 0) {
  console.error(
    `${readFileSync(LOG, "utf8").split("\n").slice(-30).join("\n")}\nThe build failed; ${LOG} has all of it.`,
  );
  process.exit(status ?? 1);
}
const server = spawn(process.execPath, ["dist/cli.js", "serve", ...DEMO, "--no-token"], {
  stdio: ["ignore", "inherit", "pipe"],
});
createInterface({ input: server.stderr }).on("line", (line) => {
  if (line.startsWith("warning: ")) appendFileSync(LOG, `${line}\n`);
  else console.error(line);
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0);
});
