import { TopographError } from "../model/errors.ts";
import type { FileReport } from "../model/report.ts";

/** An error that carries what could be read of each file. */
export class ReadFailure extends TopographError {
  readonly files: readonly FileReport[];
  constructor(message: string, files: readonly FileReport[]) {
    super("input", message);
    this.files = files;
  }
}
