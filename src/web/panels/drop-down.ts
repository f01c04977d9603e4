import { html, nothing, type TemplateResult } from "lit-html";
import { FORMATS, type FormatName, save } from "../output/save.ts";
import { texts } from "../texts/texts.ts";

/** A button that unfolds something below it; a click elsewhere or Escape folds it. */
export function dropDown(label: string, content: unknown, kind = ""): TemplateResult {
  return html`<details class="drop-down" @toggle=${foldElsewhere} @keydown=${(event: KeyboardEvent) => {
    const details = event.currentTarget as HTMLDetailsElement;
    if (event.key !== "Escape" || !details.open) return;
    event.stopPropagation();
    details.open = false;
    details.querySelector("summary")?.focus();
  }}><summary class="button">${label}</summary><div class=${`menu ${kind}`}>${content}</div></details>`;
}

function foldElsewhere({ currentTarget }: Event): void {
  const details = currentTarget as HTMLDetailsElement;
  if (!details.open) return;
  const look = (event: Event) => {
    if (details.open && details.contains(event.target as Node)) return;
    details.open = false;
    removeEventListener("pointerdown", look, true);
  };
  addEventListener("pointerdown", look, true);
}

const LISTS = (Object.keys(FORMATS) as FormatName[]).filter((name) => FORMATS[name].isList);

/** The forms a reading list is saved in: of the selected papers, else of those shown. */
export function exportMenu(
  label: string,
  more: readonly (readonly [name: string, hint: string, act: () => void])[] = [],
): TemplateResult {
  const items = [
    ...LISTS.map((name) => [...texts.bar.formats[name], () => void save(FORMATS[name])] as const),
    ...more,
  ];
  return dropDown(
    label,
    items.map(([name, hint, act]) => menuItem(name, act, hint)),
  );
}

/** An item of what a button unfolds, which folds it. */
export function menuItem(name: string, act: () => void, hint?: string): TemplateResult {
  return html`<button type="button" class="menu-item" @click=${(event: Event) => {
    (event.target as Element).closest("details")?.removeAttribute("open");
    act();
  }}><b>${name}</b>${hint === undefined ? nothing : html`<small>${hint}</small>`}</button>`;
}
