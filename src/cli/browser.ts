import { spawn } from "node:child_process";

/** Milliseconds after which a program that has not failed is taken to have opened a browser: some stay as long as it is open. */
const LONG_ENOUGH = 1500;

/** Opens an address in the user's browser. @returns whether one opened; where none did the printed address has to do */
export function opensBrowser(address: string): Promise<boolean> {
  const [command, ...rest] =
    process.platform === "darwin"
      ? ["open"]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", ""]
        : ["xdg-open"];
  const child = spawn(command, [...rest, address], { stdio: "ignore", detached: true });
  child.unref();
  return new Promise((resolve) => {
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
    setTimeout(resolve, LONG_ENOUGH, true);
  });
}
