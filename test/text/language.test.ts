import { expect, test } from "vitest";
import { LANGUAGES, noticeLanguage, stopMask } from "../../src/text/words/language.ts";

const notice = (text: string) => {
  const masks = Int32Array.from(text.toLowerCase().split(/[\s,.]+/), stopMask);
  const { language, mostlyEnglish } = noticeLanguage(masks, Uint32Array.from(masks.keys()));
  return `${LANGUAGES[language]}${mostlyEnglish ? "" : "!"}`;
};

test.each([
  ["We show that the results of the model are better than those of the others", "en"],
  ["De novo design of La Paz proteins", "en"],
  ["Deep learning", "en"],
  ["", "en"],
  ["Apprentissage profond pour la segmentation des images", "fr!"],
  ["Die Ergebnisse zeigen, dass die Methode bei der Analyse von Texten besser ist als andere", "de!"],
  ["Los resultados muestran que el método es más rápido para las imágenes y los textos", "es!"],
  ["Os resultados mostram que o método é mais rápido para as imagens e não para os textos", "pt!"],
  ["I risultati mostrano che il metodo è più veloce per le immagini e non per i testi", "it!"],
  ["Результаты показывают, что метод был быстрее для изображений, как и для текстов", "ru!"],
])("the language of %j is %s, ! where its own stemmer is used", (text, expected) => {
  expect(notice(text)).toBe(expected);
});

test("an abstract in two languages, English longer: French stop words, English stems", () => {
  const english =
    "We show that the results of the model are better than those of the others and it is fast. ";
  const french = "Nous montrons que les résultats du modèle sont dans la plupart des cas bons.";
  expect(notice(english + french)).toBe("fr");
});
