// The search: query ─▶ articles with their sentences. It reads what duidu/writers/search.py writes, as scripts, so that
// it works from disk, too. What a query says is kept in Maps, so that no word of it can mean anything to the program.
"use strict";
duidu.search = (() => {
  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const CODES = new Uint8Array(128);
  for (let at = 0; at < 64; at++) CODES[ALPHABET.charCodeAt(at)] = at;
  const EXACT = 3, PARTIAL = 1, TITLE = 8, TERM = 16;
  const WORST = 10 * (TITLE + TERM * 32), LONGEST = 12, WORDS = 8, FILES = 5, TERMS = 12;

  // ---------------------------------------------------------------- loading

  const arrived = new Map();
  const asked = new Map();
  let opened;
  duidu.shard = (name, value) => { arrived.set(name, value); };
  const load = (name) => {
    if (!asked.has(name)) {
      asked.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = `${duidu.root}search/${name}.js`;
        script.onload = () => { script.remove(); resolve(arrived.get(name)); };
        // Every shard is there, so it is the way to it that failed, and may be open again at the next query.
        script.onerror = () => { script.remove(); asked.delete(name); opened = undefined; reject(new Error(name)); };
        document.head.append(script);
      }));
    }
    return asked.get(name);
  };

  const pairs = (text) => {
    const chars = [...text];
    return new Map(chars.flatMap((char, at) => (at % 2 ? [] : [[char, chars[at + 1]]])));
  };
  const open = () => (opened ??= load("index").then((found) => {
    if (!found) return null;
    const numbers = Array.from(found.articles, (char) => char.charCodeAt() - 35);
    const count = numbers.length / 3;
    const firsts = new Uint32Array(count + 1);
    for (let at = 0; at < count; at++) firsts[at + 1] = firsts[at] + numbers[3 * at] * 4;
    const either = pairs(found.either);
    const backwards = Object.values(found.forms).flatMap((text) => [...pairs(text)].map(([char, form]) => [form, char]));
    return {
      ...found, count, firsts, either, forms: pairs(found.forms[duidu.language] ?? ""),
      folds: new Map([...backwards.filter(([form]) => !either.has(form)), ...pairs(found.folds)]),
      titles: (article) => numbers[3 * article + 1], level: (article) => numbers[3 * article + 2],
    };
  }));

  // The lines of a shard by what they begin with.
  const shardOf = (index, kind, prefix) => {
    let number = 0;
    for (const char of prefix) number = (Math.imul(number, 31) + char.codePointAt()) >>> 0;
    return `${kind}/${number & ((1 << index.bits[kind]) - 1)}`;
  };
  const parsed = new Map();
  const lines = async (index, kind, prefix) => {
    const name = shardOf(index, kind, prefix);
    if (!parsed.has(name)) {
      const made = new Map();
      for (const line of ((await load(name)) ?? "").split("\n")) {
        const [key, ...rest] = line.split(" ");
        made.set(key, rest);
      }
      parsed.set(name, made);
    }
    return parsed.get(name);
  };
  // What is certain to be read soon is asked for now; whoever reads it is told if it fails.
  const ahead = (index, kind, prefix) => { load(shardOf(index, kind, prefix)).catch(() => {}); };
  const start = (kind, key) => [...key].slice(0, { zh: 1, py: 3, en: 4 }[kind]).join("");

  // Where nothing else of a shard is wanted, one line is found sooner than all are parsed.
  const line = (shard, key) => {
    const text = `\n${shard}\n`;
    const at = text.indexOf(`\n${key} `);
    return at < 0 ? undefined : text.slice(at + key.length + 2, text.indexOf("\n", at + 1)).split(" ");
  };
  const listOf = async (index, kind, key) => {
    const name = shardOf(index, kind, start(kind, key));
    const found = parsed.has(name) ? parsed.get(name).get(key) : line((await load(name)) ?? "", key);
    return found && (found[0] || load(`${kind}/w${Array.from(key, (char) => char.codePointAt().toString(16)).join("-")}`));
  };

  // The numbers of a list are Rice codes of the gaps between them: see duidu/writers/postings.py.
  const each = (text, act) => {
    const k = CODES[text.charCodeAt()];
    let next = 1, bits = 0, left = 0, number = -1;
    const more = () => {
      bits = ((bits & ((1 << left) - 1)) << 6) | CODES[text.charCodeAt(next++)];
      left += 6;
    };
    for (;;) {
      let gap = -1, one = 1;
      do {
        if (!left) {
          if (next >= text.length) return;
          more();
        }
        one = (bits >> --left) & 1;
        gap++;
      } while (one);
      while (left < k) more();
      left -= k;
      number += (gap << k) + ((bits >> left) & ((1 << k) - 1)) + 1;
      act(number);
    }
  };

  // ---------------------------------------------------------------- keys: see duidu/writers/search_keys.py

  const singular = (word) =>
    (word.length < 4 || !/[^us]s$/.test(word) ? word : word.replace(/([^ae])ies$|s$/, (_, before) => (before ? before + "y" : "")));
  const english = (text) => (/^[a-z]+$/i.test(text) ? [text.toLowerCase()]  // the most, and soon done
    : text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/['’](s\b)?/g, "")
      .replace(/(\d),(?=\d{3})/g, "$1").match(/[\p{L}\p{N}]+/gu) ?? []).map(singular);

  // Pinyin without tones, and the tones by the place of their vowels: hóngsè and hong2se4 are the same.
  const MARKS = { "\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4 };
  const spelled = (text) => {
    let letters = "", start = 0;
    const tones = new Map();
    for (const char of text.normalize("NFD").toLowerCase()) {
      if (char >= "a" && char <= "z") letters += char;
      else if (char === "\u0308" || char === ":") letters = letters.replace(/u$/, "v");
      else if (Object.hasOwn(MARKS, char)) tones.set(letters.length - 1, MARKS[char]);
      else if (char >= "1" && char <= "4") {
        const vowels = /([aeiouv]+)[^aeiouv]*$/.exec(letters.slice(start));
        if (vowels) {
          const place = [/[ae]/, /o(?=u)/, /.$/].map((rule) => vowels[1].search(rule)).find((found) => found >= 0);
          tones.set(start + vowels.index + place, +char);
        }
        start = letters.length;
      } else if (char === "5" || char === "0") start = letters.length;
    }
    return { letters, tones };
  };

  // ---------------------------------------------------------------- query ─▶ terms
  // A term has spans, which must all be there; a span has ways of being there, any of which will do; in a way all lists
  // must have the sentence, and a list is any of several keys: { kind, key, weight }.

  const partial = (map, piece, index, within) => {
    const names = new Set([shardOf(index, "zh", start("zh", piece))]);
    const inside = (within && map.get(piece + "*")) || [];
    const near = inside.filter((word) => {
      const name = shardOf(index, "zh", start("zh", word));
      return names.has(name) || (names.size <= FILES && names.add(name));
    });
    return [...map.keys()].filter((key) => key !== piece && key.startsWith(piece) && !key.endsWith("*")).concat(near);
  };
  const wordKeys = (map, piece, index, parts, within = parts) => [
    ...(map.has(piece) ? [{ kind: "zh", key: piece, weight: EXACT }] : []),
    ...(parts ? partial(map, piece, index, within) : []).map((key) => ({ kind: "zh", key, weight: PARTIAL })),
  ];

  // A run of Chinese characters, cut greedily into the longest words that the index has.
  const chinese = async (index, run) => {
    const chars = [...run].map((char) => index.folds.get(char) ?? char);
    const others = chars.map((char) => index.either.get(char) ?? char);
    const maps = new Map();
    for (const char of [...chars, ...others]) ahead(index, "zh", char);
    for (const char of [...chars, ...others]) maps.set(char, await lines(index, "zh", char));
    const cut = (longest, partly = true) => {
      const pieces = [];
      for (let at = 0; at < chars.length;) {
        let keys = [], length = Math.min(longest, chars.length - at);
        for (; length > 0; length--) {
          keys = [chars, others].flatMap((form, other) => {
            const piece = form.slice(at, at + length).join("");
            return other && piece === chars.slice(at, at + length).join("") ? []
              : wordKeys(maps.get(form[at]), piece, index, partly);
          });
          if (keys.length) break;
        }
        pieces.push(keys);
        at += length || 1;
        if (pieces.length === 1) first = length;
      }
      return pieces;
    };
    let first = 0;
    const ways = [cut(LONGEST)];
    if (first > 2) ways.push(cut(first - 1, false).map((keys) => keys.map((key) => ({ ...key, weight: PARTIAL }))));
    return { text: run, ways: ways.filter((way) => way.every((keys) => keys.length)), said: [[chars.join(""), others.join("")]] };
  };

  const spellings = new Map();
  const spellingsOf = async (index, prefix) => {
    const name = shardOf(index, "py", prefix);
    if (!spellings.has(name)) {
      const made = new Map();
      for (const [spelling, words] of await lines(index, "py", prefix)) {
        const { letters, tones } = spelled(spelling);
        made.set(letters, [...(made.get(letters) ?? []), { tones, words }]);
      }
      spellings.set(name, made);
    }
    return spellings.get(name);
  };
  // The words that letters from a place on may spell, the longest spelling first; several are heard in turn.
  const heard = async (index, letters, tones, from) => {
    const found = [];
    for (let length = Math.min(30, letters.length - from); length > 0; length--) {
      const part = letters.slice(from, from + length);
      const entries = ((await spellingsOf(index, length > 2 ? start("py", part) : "")).get(part) ?? []).filter((entry) =>
        [...tones].every(([at, tone]) => at < from || at >= from + length || entry.tones.get(at - from) === tone));
      const words = new Set();
      for (let turn = 0; words.size < WORDS && entries.some((entry) => entry.words.length > turn); turn++) {
        for (const entry of entries) if (entry.words.length > turn && words.size < WORDS) words.add(entry.words[turn]);
      }
      if (words.size) found.push({ end: from + length, words: [...words] });
    }
    return found;
  };
  const heardKeys = async (index, words) => {
    const keys = await Promise.all(words.map(async (word) =>
      wordKeys(await lines(index, "zh", start("zh", word)), word, index, true, [...word].length > 1)));
    return keys.flat();
  };
  const englishKeys = async (index, key) => {
    const map = await lines(index, "en", start("en", key));
    const longer = key.length < 4 ? [] : [...map].filter(([other, [list]]) => list && other !== key && other.startsWith(key));
    return [...(map.has(key) ? [{ kind: "en", key, weight: EXACT, common: map.get(key)[1] === "~" }] : []),
      ...longer.slice(0, FILES).map(([other]) => ({ kind: "en", key: other, weight: PARTIAL }))];
  };

  // Words in Latin letters: pinyin, over several of them or several in one, or English, or both.
  const latin = async (index, tokens) => {
    const parts = tokens.map(spelled);
    const letters = parts.map((part) => part.letters).join("");
    const starts = [0], tones = new Map(), spans = [];
    for (const part of parts) {
      const start = starts.at(-1);
      for (const [at, tone] of part.tones) tones.set(start + at, tone);
      starts.push(start + part.letters.length);
    }
    for (const [at, token] of tokens.entries()) {
      if (parts[at].letters) ahead(index, "py", "");
      if (parts[at].letters && letters.length - starts[at] > 2) ahead(index, "py", start("py", letters.slice(starts[at])));
      english(token).forEach((key) => ahead(index, "en", start("en", key)));
    }
    for (let at = 0, next; at < tokens.length; at = next) {
      next = at + 1;
      const ways = [];
      let said = [];
      if (parts[at].letters) {
        const found = await heard(index, letters, tones, starts[at]);
        const whole = found.find(({ end }) => starts.includes(end, at + 1));
        if (whole) {
          next = starts.indexOf(whole.end, at + 1);
          said = [whole.words];
        } else {
          for (let from = starts[at]; from < starts[next];) {
            const one = (await heard(index, letters, tones, from)).find(({ end }) => end <= starts[next]);
            if (one) said.push(one.words);
            else said = [];
            from = one ? one.end : Infinity;
          }
        }
        if (said.length) ways.push(await Promise.all(said.map((words) => heardKeys(index, words))));
      }
      const keys = english(tokens.slice(at, next).join(" "));
      if (keys.length) ways.push(await Promise.all(keys.map((key) => englishKeys(index, key))));
      spans.push({ text: tokens.slice(at, next).join(" "), ways: ways.filter((way) => way.every((one) => one.length)), said, keys });
    }
    return spans;
  };

  const spansOf = async (index, text) => {
    const spans = [];
    let tokens = [];
    for (const [token] of text.matchAll(/\p{Script=Han}+|[^\p{Script=Han}\s]+/gu)) {
      if (/\p{Script=Han}/u.test(token)) {
        spans.push(latin(index, tokens), chinese(index, token));
        tokens = [];
      } else if (/[\p{L}\p{N}]/u.test(token)) tokens.push(token);
    }
    return (await Promise.all([...spans, latin(index, tokens)])).flat();
  };

  const OPERATORS = /(?:^|(?<=\s))(-?)(?:(title|标题|標題|level|等级|等級):)?("[^"]*"?|[^\s"]+)|"[^"]*"?/giu;
  const parse = async (index, query) => {
    const terms = [], missing = [];
    const asks = { from: 1, to: 7, levels: false, terms, missing };
    let plain = "";
    const add = async (text, options) => {
      const spans = await spansOf(index, text);
      const groups = options.quoted || options.not ? [spans] : spans.map((span) => [span]);
      for (const group of groups.slice(0, TERMS - terms.length)) if (group.length) terms.push({ ...options, spans: group });
      if (!options.not) missing.push(...spans.filter((span) => !span.ways.length).map((span) => span.text));
    };
    const text = query.slice(0, 200).normalize("NFKC").replace(/[“”„«»「」『』]/g, '"');
    for (const [whole, minus, field, body = whole] of text.matchAll(OPERATORS)) {
      const quoted = body.startsWith('"');
      const levels = /^[le等]/i.test(field ?? "") && /^([1-9]?)([-–~]?)([1-9]?)$/.exec(body);
      if (levels) {
        asks.levels = true;
        asks.from = Math.min(7, +levels[1] || 1);
        asks.to = Math.min(7, +levels[3] || (levels[2] ? 7 : asks.from));
      } else if (minus || field || quoted) {
        await add(plain, {});
        plain = "";
        await add(body, { not: !!minus, title: !!field, quoted });
      } else plain += ` ${body}`;
    }
    await add(plain, {});
    // What stands everywhere (the, of) is not looked for beside other words.
    const common = (term) => !term.not && !term.title && !term.quoted && term.spans.every((span) => span.ways.every((way) => way.every((keys) => keys[0].common)));
    if (!terms.every(common)) asks.terms = terms.filter((term) => !common(term));
    return asks;
  };

  // ---------------------------------------------------------------- terms ─▶ articles

  // One array of weights of several: in each place the least of them, or the greatest.
  const joined = ([all, ...others], least) => {
    for (const other of others) {
      for (let at = 0; at < all.length; at++) if (least ? other[at] < all[at] : other[at] > all[at]) all[at] = other[at];
    }
    return all;
  };
  const weigh = async (index, term) => {
    const listed = async (keys) => {
      const weights = new Uint8Array(index.firsts[index.count]);
      const lists = await Promise.all(keys.map(({ kind, key }) => listOf(index, kind, key)));
      lists.forEach((list, at) => {
        const { weight } = keys[at];
        if (list) each(list, (number) => { if (weights[number] < weight) weights[number] = weight; });
      });
      return weights;
    };
    const all = (items, act) => Promise.all(items.map(act));
    const spans = await all(term.spans, async ({ ways }) =>
      joined(await all(ways.length ? ways : [[[]]], async (way) => joined(await all(way, listed), true))));
    const weights = joined(spans, true);
    for (let article = 0; term.title && article < index.count; article++) {
      weights.fill(0, index.firsts[article] + index.titles(article), index.firsts[article + 1]);
    }
    return weights;
  };

  const keysOf = (terms, kind) => new Set(terms.filter((term) => !term.not)
    .flatMap((term) => term.spans.flatMap((span) => span.ways.flat(2))).filter((one) => one.kind === kind).map((one) => one.key));
  // What stands in one sentence beats what is spread over an article; then the title, then whole words.
  const find = async (query, { titles = false, from = 1, to = 7 } = {}) => {
    const index = await open();
    if (!index) return null;
    const asks = await parse(index, query);
    const { terms } = asks;
    const all = await Promise.all(terms.map((term) => weigh(index, { ...term, title: term.title || titles })));
    const wanted = all.filter((_, at) => !terms[at].not);
    const barred = all.filter((_, at) => terms[at].not && !terms[at].quoted);
    for (const weights of wanted) for (const bar of barred) bar.forEach((weight, at) => { if (weight) weights[at] = 0; });
    const levels = asks.levels || from > 1 || to < 7;
    const [low, high] = [Math.max(from, asks.from), Math.min(to, asks.to)];
    const asked = (all.length || levels) && !asks.missing.length;
    const ranked = [];
    // The sentences of an article begin at a multiple of four, so four are passed over at once: most have nothing.
    const [fours, ...others] = wanted.map(({ buffer }) => new Uint32Array(buffer));
    const some = others.reduce((any, one) => any.map((four, at) => four | one[at]), fours);
    for (let article = 0; asked && article < index.count; article++) {
      const [level, first, end] = [index.level(article), index.firsts[article], index.firsts[article + 1]];
      if (levels && (level < low || level > high)) continue;
      const body = first + index.titles(article);
      let best = 0, count = 0, seen = 0;
      for (let at = first; at < end; at++) {
        if (at % 4 === 0 && some?.[at / 4] === 0) { at += 3; continue; }
        let score = 0;
        for (let term = 0; term < wanted.length; term++) {
          const weight = wanted[term][at];
          if (weight) { score += TERM + weight; seen |= 1 << term; }
        }
        if (!score) continue;
        if (at < body) score += TITLE;
        if (score > best) best = score;
        count++;
      }
      if (seen + 1 < 1 << wanted.length) continue;
      if (!wanted.length && barred.some((bar) => bar.subarray(first, end).some(Boolean))) continue;
      ranked.push((WORST - best * 10 - Math.min(count, 9)) * index.count + article);
    }
    const hits = Array.from(Float64Array.from(ranked).sort(), (rank) => rank % index.count);
    return { ...asks, index, hits, wanted, keys: { zh: keysOf(terms, "zh"), en: keysOf(terms, "en") } };
  };

  // ---------------------------------------------------------------- articles ─▶ what is shown of them

  // A phrase stands in a sentence where its words follow each other, in Chinese or in English.
  const stands = (term, { chinese, english: meaning, title }) => {
    if (term.title && !title) return false;
    const escaped = (word) => word.replace(/[^\p{L}\p{N}]/gu, "\\$&");
    const spoken = term.spans.every((span) => span.said.length);
    const written = term.spans.every((span) => span.keys);
    const said = term.spans.flatMap((span) => span.said).map((any) => `(?:${any.map(escaped).join("|")})`);
    return (spoken && new RegExp(said.join("\\s*")).test(chinese)) || (!spoken && !written)
      || (written && ` ${english(meaning).join(" ")} `.includes(` ${term.spans.flatMap((span) => span.keys).join(" ")} `));
  };

  const numbered = (at) => `${Math.floor(at / 100)}/${at}`;
  const told = async ({ index, terms, wanted }, article) => {
    const first = index.firsts[article];
    const [text, pinyin] = await Promise.all([load(`t/${numbered(article)}`),
      duidu.language === "zh-Latn-pinyin" && load(`zh-Latn-pinyin/${numbered(article)}`)]);
    if (!text) return null;
    const [key, titles, stored, changes] = text;
    const changed = new Map((changes[duidu.language] ?? []).map(([at, ...change]) => [at, change]));
    const sentences = stored.map(([id, chinese, meaning, status = 0], at) => {
      let shown = Array.from(chinese, (char) => index.forms.get(char) ?? char);
      const change = changed.get(at) ?? [];
      if (change.length === 1) shown = [...change[0]];
      else for (let next = 0; next < change.length; next += 2) shown[change[next]] = change[next + 1];
      const plain = change.length === 1 ? shown.map((char) => index.folds.get(char) ?? char) : [...chinese];
      return {
        id: `s${id}`, chinese, shown, plain, english: meaning, status, title: at < titles,
        pieces: pinyin && pinyin[at],
        score: wanted.reduce((sum, weights) => sum + (weights[first + at] && TERM + weights[first + at]), 0),
      };
    });
    const quoted = terms.filter((term) => term.quoted);
    const found = sentences.filter((one) => one.score && !quoted.some((term) => term.not && stands(term, one)));
    if (!quoted.every((term) => term.not || found.some((one) => stands(term, one)))) return null;
    if (wanted.length && !found.length) return null;
    const folder = duidu.language === index.first ? "" : `${duidu.language}/`;
    const href = folder + key.split("/").map(encodeURIComponent).join("/") + ".html";
    return { href, titles: sentences.slice(0, titles), found: found.sort((one, other) => other.score - one.score), level: index.level(article) };
  };

  // Pieces of text, those that were searched for marked: pairs of text and whether it is.
  const marked = (pieces, marks) => pieces.reduce((made, piece, at) => {
    if (made.length && made.at(-1)[1] === marks[at]) made.at(-1)[0] += piece;
    else made.push([piece, marks[at]]);
    return made;
  }, []);
  const latinParts = (text, keys) => {
    if (!keys.size) return [[text, false]];
    const pieces = text.split(/((?:[\p{L}\p{N}\p{M}'’]|(?<=\d),(?=\d))+)/u);
    return marked(pieces, pieces.map((piece, at) => at % 2 === 1 && english(piece).some((key) => keys.has(key))));
  };
  const show = ({ keys }, sentence) => {
    const { plain, shown, pieces } = sentence;
    const text = plain.join("");
    const marks = plain.map(() => false);
    for (const key of keys.zh) {
      for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
        const start = [...text.slice(0, at)].length;
        marks.fill(true, start, start + [...key].length);
      }
    }
    let chinese;
    if (pieces) {
      let at = 0;
      const words = pieces[0].split("\t").map((word, number) => [word, marks.slice(at, (at += pieces[1][number])).includes(true)]);
      // The space before a word is not part of it.
      const parts = words.flatMap(([word, found]) => [[/^[^\p{L}\p{N}]*/u.exec(word)[0], false], [word.replace(/^[^\p{L}\p{N}]*/u, ""), found]]);
      chinese = marked(parts.map(([part]) => part), parts.map(([, found]) => found));
    } else chinese = marked(shown, marks);
    return { chinese, english: latinParts(sentence.english, keys.en) };
  };

  const textOf = ({ pieces, shown }) => (pieces ? pieces[0].replaceAll("\t", "") : shown.join(""));
  // Sentences of the edition with a word, in simplified characters: for the pop-over of a word.
  const occurrences = async (key, limit = 5) => {
    const index = await open();
    const list = index && await listOf(index, "zh", key);
    if (!list) return [];
    const wanted = [new Uint8Array(index.firsts[index.count])];
    each(list, (number) => { wanted[0][number] = 1; });
    const found = [];
    for (let article = 0; article < index.count && found.length < limit; article++) {
      if (!wanted[0].subarray(index.firsts[article], index.firsts[article + 1]).includes(1)) continue;
      const result = await told({ index, terms: [], wanted }, article);
      for (const sentence of result?.found ?? []) {
        found.push({
          href: `${result.href}#${sentence.id}`, chinese: textOf(sentence), english: sentence.english,
          title: result.titles.map(textOf).join("　"),
        });
      }
    }
    return found.slice(0, limit);
  };

  return { open, find, told, show, occurrences };
})();
