// A list of words in a file of the reader's: one word a line, or what Pleco, Anki and lists of the HSK have on a line.
"use strict";
duidu.wordlist = (() => {
  const LARGEST = 5e6;
  const LONGEST = 12;
  // Chinese characters, and the letters and dots in words like 卡拉OK and 阿Q; not the figures that number a list.
  const WORD = /(?:(?<![A-Za-z])[A-Za-z]{1,3})?\p{Script=Han}[\p{Script=Han}A-Za-z·]*/gu;
  const BETWEEN = /[ ,，、;；　]+/g;

  // The text of a file: by its byte order mark, as UTF-8, or else as GB 18030. null: it is no text.
  const decoded = (bytes) => {
    const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "";
    for (const encoding of marked ? [marked] : ["utf-8", "gb18030"]) {
      try {
        const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
        return text.includes("\0") ? null : text;
      } catch { /* not in this one */ }
    }
    return null;
  };

  const ofLine = (line) => {
    const found = line.match(WORD) ?? [];
    const listed = !line.replace(WORD, "").replace(BETWEEN, "");  // nothing but words: a list in one line
    const words = listed ? found : found.slice(0, 1);
    return words.every((word) => word.length <= LONGEST) ? words : [];
  };

  // The words of a text, each once, and how many of its lines have none. Empty lines and comments (# and //) say nothing.
  const parse = (text) => {
    const words = new Set();
    let missed = 0;
    for (const line of text.normalize("NFC").split(/\r\n?|\n/)) {
      const said = line.trim();
      if (!said || said.startsWith("#") || said.startsWith("//")) continue;
      const found = ofLine(said);
      if (!found.length) missed += 1;
      for (const word of found) words.add(word);
    }
    return { words, missed };
  };

  // Traditional words as simplified ones: by the words of the edition, else character by character as these show.
  const simplifier = (pairs) => {
    const words = new Map(pairs);
    const characters = new Map();
    const simplified = new Set(pairs.flatMap(([, plain]) => [...plain]));
    for (const [traditional, plain] of pairs) {
      const both = [[...traditional], [...plain]];
      if (both[0].length !== both[1].length) continue;
      both[0].forEach((character, index) => { if (!simplified.has(character)) characters.set(character, both[1][index]); });
    }
    return (word) => words.get(word) ?? [...word].map((character) => characters.get(character) ?? character).join("");
  };

  return { LARGEST, decoded, parse, simplifier };
})();
