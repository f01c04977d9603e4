import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * Starts a Chromium: `CHROME_PATH`, one of the system, a channel, playwright's own, else the one that comes as an
 * npm package, so that nothing has to be installed by hand.
 * @param flags what it is started with beyond the usual
 * @throws Error that says what was tried when none of them starts
 */
export async function launchBrowser(flags: readonly string[] = []): Promise<Browser> {
  const tried: string[] = [];
  const attempt = async (name: string, options: Parameters<typeof chromium.launch>[0]) => {
    try {
      return await chromium.launch({ ...options, args: [...FLAGS, ...flags] });
    } catch (error) {
      tried.push(`${name}: ${String(error).split("\n")[0]}`);
      return undefined;
    }
  };
  const paths = [process.env.CHROME_PATH ?? "", ...SYSTEM].filter((path) => path !== "" && existsSync(path));
  for (const executablePath of paths) {
    const browser = await attempt(executablePath, { executablePath });
    if (browser) return browser;
  }
  for (const channel of ["chrome", "msedge", "chromium"]) {
    const browser = await attempt(channel, { channel });
    if (browser) return browser;
  }
  const browser = (await attempt("playwright's own", {})) ?? (await attempt("npm package", await packaged()));
  if (browser) return browser;
  throw new Error(`no browser starts; set CHROME_PATH to one. Tried:\n${tried.join("\n")}`);
}

/**
 * Maps are drawn by WebGL as ever, while the page around them is put together without a graphics card: one made of software
 * takes five times the work for the same pixels.
 */
const PAGE_IN_SOFTWARE = ["--disable-gpu-compositing"];

let running: Promise<Browser> | undefined;

/**
 * The browser that the test files of a process share, one after the other: to start one and draw its first map takes 2 s of
 * work, each further map a quarter of that. What a file opens in it, it closes by `leaveBrowser`.
 */
export async function sharedBrowser(): Promise<Browser> {
  const before = await running?.catch(() => undefined);
  if (before?.isConnected()) return before;
  running = launchBrowser(PAGE_IN_SOFTWARE);
  return running;
}

/** Closes all that is open in a browser, with its storage, and leaves it to the next file. */
export async function leaveBrowser(browser: Browser | undefined): Promise<void> {
  await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
}

let unpacked: ReturnType<typeof unpack> | undefined;

/** The browser inside an npm package, unpacked once a process (it takes 200 MB) and taken away with it. */
function packaged(): ReturnType<typeof unpack> {
  unpacked ??= unpack();
  return unpacked;
}

/** It unpacks its libraries only where these two variables are set before it is imported. */
async function unpack(): Promise<{ executablePath: string }> {
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs22.x";
  const folder = mkdtempSync(join(tmpdir(), "topograph-browser-"));
  process.env.TMPDIR = folder;
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const { default: bundled } = await import("@sparticuz/chromium");
  const executablePath = await bundled.executablePath();
  // Its own settings look for its font in /tmp, not where it was unpacked; without a font, form fields end the browser.
  const settings = join(folder, "fonts.conf");
  const folders = [join(folder, "fonts"), "/usr/share/fonts"].map((path) => `<dir>${path}</dir>`).join("");
  writeFileSync(settings, `<fontconfig>${folders}<cachedir>${folder}/fonts-cache</cachedir></fontconfig>`);
  process.env.FONTCONFIG_FILE = settings;
  return { executablePath };
}
