/** CPU seconds (user and system, all threads of this process) and wall seconds since the meter was made. */
export interface Reading {
  readonly cpu: number;
  readonly wall: number;
}

/** Reads CPU and wall time since now. */
export function startMeter(): () => Reading {
  const cpu = process.cpuUsage();
  const wall = process.hrtime.bigint();
  return () => {
    const used = process.cpuUsage(cpu);
    return {
      cpu: (used.user + used.system) / 1e6,
      wall: Number(process.hrtime.bigint() - wall) / 1e9,
    };
  };
}

/** Adds up CPU seconds by name: everything between two calls of `lap` counts for the name of the first. */
export function startLaps(first: string): { lap(name: string): void; seconds(): Map<string, number> } {
  const seconds = new Map<string, number>();
  let name = first;
  let meter = startMeter();
  const close = () => seconds.set(name, (seconds.get(name) ?? 0) + meter().cpu);
  return {
    lap(next) {
      close();
      name = next;
      meter = startMeter();
    },
    seconds() {
      close();
      meter = startMeter();
      return seconds;
    },
  };
}
