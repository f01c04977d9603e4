import { nothing, type TemplateResult } from "lit-html";

/** Stands in the place of pictures of other views than the map: a page in one file has to stay small. */
export const chartItems = (): TemplateResult[] => [];
export const chartMenu = (): typeof nothing => nothing;
