import { describe, expect, test } from "vitest";
import { pieces } from "../../src/scene/breaks.ts";
import { textWidth } from "../../src/scene/metrics.ts";
import { shortTitle, wrapped } from "../../src/scene/type.ts";
import { wrap } from "../../src/scene/wrap.ts";

const wide = (text: string) => Array.from(text).length * 12;

describe("a line may end", () => {
  test("at blanks, and between letters of Chinese and Japanese, not of Korean, Latin or Arabic words", () => {
    expect(pieces("用 CNN 识别")).toEqual(["用 ", "CNN ", "识", "别"]);
    expect(pieces("深度CNN模型")).toEqual(["深", "度", "CNN", "模", "型"]);
    expect(pieces("딥러닝 기반 연구")).toEqual(["딥러닝 ", "기반 ", "연구"]);
    expect(pieces("دراسة طريقة")).toEqual(["دراسة ", "طريقة"]);
  });
  test("not before marks that close, small kana and long vowels, nor behind marks that open", () => {
    expect(pieces("データ、「モデル」。")).toEqual(["デー", "タ、", "「モ", "デ", "ル」。"]);
    expect(pieces("图像（医学）：综述")).toEqual(["图", "像", "（医", "学）：", "综", "述"]);
    expect(pieces("研究——以")).toEqual(["研", "究——", "以"]);
    expect(pieces("チェック")).toEqual(["チェッ", "ク"]);
  });
  test("nothing is lost: the pieces of any text are the text", () => {
    for (const text of ["", " ", "a  b", "あ い", "x——y", "𠀀𠀁字"]) expect(pieces(text).join("")).toBe(text);
  });
});

test("titles in Chinese take two lines of nearly the same width", () => {
  expect(wrapped("基于深度学习的医学图像分割方法研究", "paper", 120, wide)).toEqual([
    "基于深度学习的医",
    "学图像分割方法研究",
  ]);
  expect(wrapped("Deep learning of images", "paper", 120, wide)).toEqual(["Deep learning", "of images"]);
});

test("paragraphs in Japanese are broken where they are full, words where they end", () => {
  for (const line of wrap("本研究では、深層学習を用いた医用画像の領域分割手法を提案する。", 12, 400, 100))
    expect(textWidth(line, 12, 400)).toBeLessThanOrEqual(100);
  expect(wrap("one  two\nthree", 12, 400, 50)).toEqual(["one two", "three"]);
});

test("short titles have two thirds as many letters of Chinese", () => {
  expect(shortTitle("一".repeat(24))).toBe("一".repeat(24));
  expect(shortTitle("一".repeat(25))).toBe(`${"一".repeat(24)}…`);
  expect(shortTitle(`深度学习：${"综".repeat(30)}`)).toBe("深度学习");
});
