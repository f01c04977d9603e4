export { type CitationModel, citationModel } from "../../citations/model.ts";
