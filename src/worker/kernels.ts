import { affinityKernel } from "../edges/affinity-kernel.ts";
import { candidateKernel } from "../edges/knn/candidates.ts";
import { denseKernel } from "../edges/knn/dense.ts";
import { exactKernel } from "../edges/knn/exact.ts";
import type { Kernel } from "../kernel/executor.ts";
import { layoutKernel } from "../layout/layout.ts";
import { cutKernel } from "../text/tokens/cut.ts";
import { louvainRun } from "../topics/consensus.ts";
import { likelihoodKernel } from "../topics/likelihood.ts";
import { divideTopic } from "../topics/subtopics.ts";

/** Any kernel: what it reads and gives is known to its caller only. */
type AnyKernel = Kernel<never, never, unknown>;

/** Every parallel kernel, so that a worker thread finds it by name. A kernel that is not listed runs on the calling thread. */
const ALL: readonly AnyKernel[] = [
  cutKernel,
  affinityKernel,
  exactKernel,
  candidateKernel,
  denseKernel,
  louvainRun,
  likelihoodKernel,
  divideTopic,
  layoutKernel,
];

export const KERNELS: ReadonlyMap<string, AnyKernel> = new Map(ALL.map((kernel) => [kernel.name, kernel]));
