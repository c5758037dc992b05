/* Tìm trong SECTIONS (make docs ghi), có dấu hay không dấu; mở bằng file:// cũng chạy. */
"use strict";

const MOST = 30;
const AROUND = 110;

/* Mỗi chữ thành một chữ không dấu, nên vị trí trong câu giữ nguyên. */
const fold = (text) => Array.from(text.normalize("NFC").toLowerCase(), (letter) =>
  letter === "đ" ? "d" : letter.length > 1 ? letter : letter.normalize("NFD")[0]).join("");

const words = (query) => fold(query).match(/[\p{L}\p{N}]+(?:[-.\/][\p{L}\p{N}]+)*/gu) || [];

/* Từ trọn vẹn mới tính: “han” không có trong “thanh”, trong “hằng”; phần đầu của từ cũng tính khi whole là false. */
const at = (text, wanted, whole = true) => {
  const inside = (letter) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
  for (let from = text.indexOf(wanted); from >= 0; from = text.indexOf(wanted, from + 1))
    if (!inside(text[from - 1]) && !(whole && inside(text[from + wanted.length]))) return from;
  return -1;
};

/* Cả cụm hơn từng chữ; tên trang hơn tên mục, tên mục hơn lời trong mục; 0 là không có. */
const weight = (heading, page, text, wanted, whole) => {
  const phrase = wanted.join(" ");
  const every = (said) => wanted.every((word) => at(said, word, whole) >= 0);
  if (at(heading, phrase, whole) >= 0) return (heading === page ? 9 : 8) + phrase.length / heading.length;
  if (every(heading)) return 6;
  if (at(text, phrase, whole) >= 0) return at(page, phrase, whole) >= 0 ? 5 : 4;
  return every(`${heading} ${page} ${text}`) ? 1 : 0;
};

const find = (query) => {
  const wanted = words(query);
  if (!wanted.length) return [];
  const weighed = (whole) => SECTIONS.map(([address, heading, page, text]) =>
    ({ address, heading, page, text, weight: weight(fold(heading), fold(page), fold(text), wanted, whole) }))
    .filter((found) => found.weight > 0)
    .sort((one, other) => other.weight - one.weight);
  const found = weighed(true);
  return found.length ? found : weighed(false);
};

/* Lời quanh chỗ tìm thấy: [trước, chỗ ấy, sau]. */
const excerpt = (text, query) => {
  const wanted = words(query);
  const folded = fold(text);
  const phrase = [wanted.join(" "), ...wanted].find((one) => at(folded, one, false) >= 0);
  if (!phrase) return [text.slice(0, 2 * AROUND), "", ""];
  const from = at(folded, phrase, false);
  const start = from > AROUND ? text.indexOf(" ", from - AROUND) + 1 : 0;
  const end = from + phrase.length;
  return [(start ? "… " : "") + text.slice(start, from), text.slice(from, end),
    text.slice(end, end + AROUND) + (end + AROUND < text.length ? " …" : "")];
};

const show = (query) => {
  const found = find(query);
  const said = document.getElementById("tim-thay").dataset;
  const sentence = found.length > MOST ? said.many : found.length ? said.some : said.none;
  document.getElementById("tim-thay").textContent =
    sentence.replace("{q}", query).replace("{n}", Math.min(found.length, MOST));
  for (const one of found.slice(0, MOST)) {
    const item = document.createElement("li");
    const link = item.appendChild(document.createElement("a"));
    link.href = one.address;
    link.textContent = one.heading === one.page ? one.heading : `${one.heading} · ${one.page}`;
    const [before, match, after] = excerpt(one.text.normalize("NFC"), query);
    const line = item.appendChild(document.createElement("p"));
    const mark = document.createElement("mark");
    mark.textContent = match;
    line.append(before, mark, after);
    document.getElementById("ket-qua").append(item);
  }
};

if (typeof document !== "undefined") {
  const query = (new URLSearchParams(window.location.search).get("q") || "").trim();
  document.querySelectorAll('input[name="q"]').forEach((box) => (box.value = query));
  if (query) show(query);
}
