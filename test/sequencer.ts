import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * All files of one project after those of the other. A process serves the next file only where that is of the same project;
 * else it ends, with all it has loaded and with its browser, and another begins. Tests of the page take longest: first.
 */
export class ProjectAfterProject extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ project }: TestSpecification) => (project.name === "page" ? 0 : 1);
    return [...sorted].sort((a, b) => rank(a) - rank(b));
  }
}
