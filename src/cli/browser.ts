import { spawn } from "node:child_process";

/** Opens an address in the user's browser; where there is none the printed address has to do. */
export function openBrowser(address: string): void {
  const [command, ...rest] =
    process.platform === "darwin"
      ? ["open"]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", ""]
        : ["xdg-open"];
  const child = spawn(command, [...rest, address], { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
}
