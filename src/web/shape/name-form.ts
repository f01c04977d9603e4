import { html, type TemplateResult } from "lit-html";
import { referTo } from "../../shape/topic-ref.ts";
import type { MapState } from "../page/map-state.ts";
import { shapeTexts } from "../texts/shape.ts";
import { edit } from "./edit.ts";

/** A field for another name of a topic. */
export function nameForm(now: MapState, id: number, close: () => void): TemplateResult {
  const t = shapeTexts.topic;
  const { map } = now.atlas.value;
  const topic = map.topics[id];
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const name = String(new FormData(event.target as HTMLFormElement).get("name")).trim();
    close();
    if (name !== "" && name !== topic.name) void edit({ type: "rename", topic: referTo(map, id), name });
  };
  return html`<form class="inline-form" @submit=${submit}><input name="name" maxlength="160" aria-label=${t.newName} .value=${topic.name} autocomplete="off" /><button class="button primary" type="submit">${t.save}</button></form>`;
}
