import { randomBytes } from "node:crypto";
import { toGexf } from "../export/gexf.ts";
import { aboutFolder } from "../folder/open.ts";
import { encodeMap } from "../model/encode.ts";
import { TopographError } from "../model/errors.ts";
import type { TopicMap } from "../model/map.ts";
import { opensBrowser } from "./browser.ts";
import { type Made, makeMap, summary } from "./build.ts";
import type { Command } from "./command.ts";
import { type FoundFolder, findFolder, lackOfTables, loadFolder, openFolder } from "./map-folder.ts";
import { oneLine, plural } from "./messages.ts";
import { pageFolder } from "./page.ts";
import { terminalProgress } from "./progress.ts";
import { isSavedMap, loadMap } from "./saved-map.ts";
import { servedFolder } from "./serve-folder.ts";
import { listen, type Served } from "./server.ts";
import { writeAll } from "./streams.ts";

const PORT = 4173;
/** How many ports after the first are tried when none was asked for. */
const TRIES = 20;

type ServeCommand = Extract<Command, { name: "serve" }>;

/** `topograph serve`, and the bare form, which opens the browser too. Runs until it is interrupted. */
export async function serve(command: ServeCommand): Promise<number> {
  const folder = pageFolder();
  const asked = command.port ?? portOfEnvironment();
  const isBare = command.inputs.length === 0;
  const found = isBare ? undefined : await folderOf(command);
  if (found) return serveFolder(command, found, folder, asked);
  const made = isBare ? undefined : await mapOf(command);
  if (!made && !isBare) return 3;
  const { map, reading } = made ?? {};
  const served = {
    folder,
    ...(map ? { map: mapBytes(map), gexf: () => toGexf(map) } : {}),
    ...(reading ? { reading: [new TextEncoder().encode(JSON.stringify(reading))] } : {}),
    // Without a map there is nothing to guard.
    ...(map && command.token ? { token: randomBytes(24).toString("hex") } : {}),
  };
  return run(command, served, asked, map ? `${summary(map)}; ` : "");
}

async function run(
  command: ServeCommand,
  served: Served,
  asked: number | undefined,
  what: string,
): Promise<number> {
  const server = await listen(served, asked ?? PORT, asked === undefined ? TRIES : 1);
  writeAll(1, `${server.address}\n`);
  const isOpen = command.open && (await opensBrowser(server.address));
  if (!command.quiet) writeAll(2, `${what}${said(command.open, isOpen)}; Ctrl-C ends\n`);
  await server.closed;
  return 0;
}

/** The map folder that is to be served as it is; with another title it is a map like any other. */
async function folderOf({ inputs, title }: ServeCommand): Promise<FoundFolder | undefined> {
  return inputs.length === 1 && title === undefined ? findFolder(inputs[0]) : undefined;
}

/** Serves the files of a map folder: nothing of it is read but its head. What can be seen without a lost table is shown. */
async function serveFolder(
  command: ServeCommand,
  found: FoundFolder,
  folder: string,
  asked: number | undefined,
): Promise<number> {
  const opened = await openFolder(found);
  const lack = await lackOfTables(found, opened);
  if (lack !== undefined) writeAll(2, `warning: ${oneLine(`${found.path}: ${lack}`)}\n`);
  const topics = aboutFolder(opened).topics.filter(({ parent }) => parent === undefined).length;
  const { papers, links } = opened.head;
  const served = {
    folder,
    mapFolder: servedFolder(found),
    map: async () => mapBytes(await loadFolder(found)),
    ...(command.token ? { token: randomBytes(24).toString("hex") } : {}),
  };
  const what = [plural(papers, "paper"), plural(topics, "topic"), plural(links, "link")].join(", ");
  return run(command, served, asked, `${what}; `);
}

function said(wanted: boolean, isOpen: boolean): string {
  if (isOpen) return "opened in the browser";
  return wanted ? "no browser could be opened: open this address in one" : "open this address in a browser";
}

async function mapOf(command: ServeCommand): Promise<Made | undefined> {
  const { inputs } = command;
  const isMap =
    inputs.length === 1 &&
    (/\.(?:json|html?)(?:\.gz)?$/i.test(inputs[0])
      ? await isSavedMap(inputs[0])
      : await findFolder(inputs[0]));
  if (isMap) {
    const map = await loadMap(inputs[0]);
    return { map: command.title === undefined ? map : { ...map, title: command.title } };
  }
  return makeMap(command, terminalProgress(command.quiet));
}

function portOfEnvironment(): number | undefined {
  const text = process.env.PORT;
  if (text === undefined || text === "") return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new TopographError(
      "usage",
      `PORT is ${JSON.stringify(text)}; expected a whole number from 0 to 65535`,
    );
  return port;
}

function mapBytes(map: TopicMap): Uint8Array[] {
  const encoder = new TextEncoder();
  return Array.from(encodeMap(map), (chunk) => encoder.encode(chunk));
}
