//# allFunctionsCalledOnLoad
// The search: query ─▶ articles with their sentences. It reads what duidu/writers/search.py writes, as scripts, so that
// it works from disk, too. What a query says is kept in Maps, so that no word of it can mean anything to the program.
"use strict";
duidu.search = (() => {
  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const CODES = new Uint8Array(128);
  for (let at = 0; at < 64; at++) CODES[ALPHABET.charCodeAt(at)] = at;
  const EXACT = 3, PARTIAL = 1, TITLE = 8, TERM = 16;
  const WORST = 10 * (TITLE + TERM * 32), LONGEST = 12, WORDS = 8, FILES = 5, TERMS = 12;
  // Lines of keys whose list lies by itself, and of those that a fifth of all sentences have.
  const ALONE = "", COMMON = " ~";

  // ---------------------------------------------------------------- loading

  const arrived = new Map();
  const asked = new Map();
  let opened;
  duidu.shard = (name, value) => { arrived.set(name, value); };
  const load = (name) => {
    if (!asked.has(name)) {
      asked.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.fetchPriority = "high";  // somebody waits for it
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
    // The sentences of an article begin at a multiple of four, so there is one owner to four numbers.
    const owners = new Uint32Array(firsts[count] / 4), bodies = new Uint32Array(count);
    for (let at = 0; at < count; at++) {
      owners.fill(at, firsts[at] / 4, firsts[at + 1] / 4);
      bodies[at] = firsts[at] + numbers[3 * at + 1];
    }
    const either = pairs(found.either);
    const backwards = Object.values(found.forms).flatMap((text) => [...pairs(text)].map(([char, form]) => [form, char]));
    return {
      ...found, count, firsts, owners, bodies, either, forms: pairs(found.forms[duidu.language] ?? ""),
      known: Object.fromEntries(Object.entries(found.known).map(([kind, text]) => [kind, new Set(text.split(" "))])),
      folds: new Map([...backwards.filter(([form]) => !either.has(form)), ...pairs(found.folds)]),
      level: (article) => numbers[3 * article + 2],
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
        const end = line.indexOf(" ");
        made.set(line.slice(0, end), line.slice(end + 1));
      }
      parsed.set(name, made);
    }
    return parsed.get(name);
  };
  const start = (kind, key) => [...key].slice(0, { zh: 1, py: 3, en: 4 }[kind]).join("");
  const lone = (kind, key) => `${kind}/w${Array.from(key, (char) => char.codePointAt().toString(16)).join("-")}`;
  // What is certain to be read soon is asked for now, a list of its own with the shard that leads to it; whoever reads it
  // is told if it fails.
  const ahead = (index, kind, prefix) => { load(shardOf(index, kind, prefix)).catch(() => {}); };
  const aheadList = (index, kind, key) => { if (index.known[kind].has(key)) load(lone(kind, key)).catch(() => {}); };

  // Where nothing else of a shard is wanted, one line is found sooner than all are parsed.
  const line = (shard, key) => {
    const text = `\n${shard}\n`;
    const at = text.indexOf(`\n${key} `);
    return at < 0 ? undefined : text.slice(at + key.length + 2, text.indexOf("\n", at + 1));
  };
  const listOf = async (index, kind, key) => {
    const name = shardOf(index, kind, start(kind, key));
    const found = parsed.has(name) ? parsed.get(name).get(key) : line((await load(name)) ?? "", key);
    return found === ALONE || found === COMMON ? load(lone(kind, key)) : found;
  };

  // The sentences with their weights, 0 to 255: `at` has the number of each once, in no order.
  const nothing = (index) => ({ weights: new Uint8Array(index.firsts[index.count]), at: [] });
  // The numbers of a list are Rice codes of the gaps between them: see duidu/writers/postings.py.
  const note = (text, weight, { weights, at }) => {
    const k = CODES[text.charCodeAt()], mask = (1 << k) - 1, end = text.length;
    let next = 1, bits = 0, left = 0, number = -1;
    for (;;) {
      let gap = 0;
      for (;;) {
        if (!left) {
          if (next >= end) return;
          bits = CODES[text.charCodeAt(next++)];
          left = 6;
        }
        if (!((bits >> --left) & 1)) break;
        gap++;
      }
      for (; left < k; left += 6) bits = ((bits & ((1 << left) - 1)) << 6) | CODES[text.charCodeAt(next++)];
      left -= k;
      number += (gap << k) + ((bits >> left) & mask) + 1;
      if (!weights[number]) at.push(number);
      if (weights[number] < weight) weights[number] = weight;
    }
  };

  // ---------------------------------------------------------------- keys: see duidu/writers/search_keys.py

  const singular = (word) =>
    (word.length < 4 || !/[^us]s$/.test(word) ? word : word.replace(/([^ae])ies$|s$/, (_, before) => (before ? before + "y" : "")));
  const english = (text) => {
    if (/^[a-z]+$/i.test(text)) return [singular(text.toLowerCase())];  // the most, and soon done
    const plain = text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/['’](s\b)?/g, "")
      .replace(/(\d),(?=\d{3})/g, "$1");
    return (plain.match(/[^\0-\x7f]/.test(plain) ? /[\p{L}\p{N}]+/gu : /[a-z\d]+/g) ?? []).map(singular);
  };

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
    const inside = (within && map.get(piece + "*")?.split(" ")) || [];
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
    for (const form of [chars, others]) aheadList(index, "zh", form.join(""));
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

  // The spellings of a shard by their letters.
  const spellings = new Map();
  const spellingsOf = async (index, prefix) => {
    const name = shardOf(index, "py", prefix);
    if (!spellings.has(name)) {
      const made = new Map();
      const known = [...await lines(index, "py", prefix)];
      const plain = known.map(([spelling]) => spelling).join("\n").normalize("NFD").replace(/u\u0308/g, "v").replace(/[^a-z\n]/g, "");
      for (const [at, letters] of plain.split("\n").entries()) {
        if (made.has(letters)) made.get(letters).push(known[at]);
        else made.set(letters, [known[at]]);
      }
      spellings.set(name, made);
    }
    return spellings.get(name);
  };
  // What a spelling begins with: three letters, or all that it has.
  const beginning = (letters, from, end = letters.length) => letters.slice(from, Math.min(end, from + 3));
  // Whether letters may be spelled word by word, as far as the beginnings of all spellings tell.
  const speakable = ({ known: { py } }, letters, from, end) => {
    const can = [];
    can[end] = true;
    for (let at = end - 1; at >= from; at--) {
      can[at] = end - at > 2 && py.has(beginning(letters, at))
        || [1, 2].some((length) => can[at + length] && py.has(letters.slice(at, at + length)));
    }
    return can[from];
  };
  // The longest spelling from a place on, to a wanted end, with the words that have it; several are heard in turn.
  const heard = async (index, letters, tones, from, wanted) => {
    for (let end = Math.min(from + 30, letters.length); end > from; end--) {
      const prefix = beginning(letters, from, end);
      if (!wanted(end) || !index.known.py.has(prefix)) continue;
      const asked = [...tones].filter(([at]) => at >= from && at < end);
      const entries = ((await spellingsOf(index, end - from > 2 ? prefix : "")).get(letters.slice(from, end)) ?? [])
        .filter(([spelling]) => !asked.length || asked.every(([at, tone]) => spelled(spelling).tones.get(at - from) === tone))
        .map(([, words]) => words.split(" "));
      const words = new Set();
      for (let turn = 0; words.size < WORDS && entries.some((entry) => entry.length > turn); turn++) {
        for (const entry of entries) if (entry.length > turn && words.size < WORDS) words.add(entry[turn]);
      }
      if (words.size) return { end, words: [...words] };
    }
    return null;
  };
  const heardKeys = async (index, words) => {
    for (const word of words) {
      ahead(index, "zh", start("zh", word));
      aheadList(index, "zh", word);
    }
    const keys = await Promise.all(words.map(async (word) =>
      wordKeys(await lines(index, "zh", start("zh", word)), word, index, true, [...word].length > 1)));
    return keys.flat();
  };
  const englishKeys = async (index, key) => {
    const map = await lines(index, "en", start("en", key));
    const longer = key.length < 4 ? []
      : [...map].filter(([other, list]) => other.startsWith(key) && other !== key && list !== ALONE && list !== COMMON);
    return [...(map.has(key) ? [{ kind: "en", key, weight: EXACT, common: map.get(key) === COMMON }] : []),
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
      const first = beginning(letters, starts[at]);
      if (first && index.known.py.has(first)) ahead(index, "py", first.length > 2 ? first : "");
      for (const key of english(token)) {
        ahead(index, "en", start("en", key));
        aheadList(index, "en", key);
      }
    }
    for (let at = 0, next; at < tokens.length; at = next) {
      next = at + 1;
      const ways = [];
      let said = [];
      if (parts[at].letters) {
        const whole = await heard(index, letters, tones, starts[at], (end) => starts.includes(end, at + 1));
        if (whole) {
          next = starts.indexOf(whole.end, at + 1);
          said = [whole.words];
        } else if (speakable(index, letters, starts[at], starts[next])) {
          for (let from = starts[at]; from < starts[next];) {
            const one = await heard(index, letters, tones, from, (end) => end <= starts[next]);
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

  // The sentences that are in both, with the lesser weight; those that are in either, with the greater.
  const both = (one, other) => {
    const at = one.at.filter((number) => {
      const weight = Math.min(one.weights[number], other.weights[number]);
      one.weights[number] = weight;
      return weight;
    });
    return { weights: one.weights, at };
  };
  const either = (one, other) => {
    for (const number of other.at) {
      const weight = one.weights[number];
      if (!weight) one.at.push(number);
      one.weights[number] = Math.max(weight, other.weights[number]);
    }
    return one;
  };
  const weigh = async (index, term) => {
    // The sentences of any of several keys.
    const listed = async (keys) => {
      const lists = await Promise.all(keys.map(({ kind, key }) => listOf(index, kind, key)));
      const found = nothing(index);
      lists.forEach((list, at) => { if (list) note(list, keys[at].weight, found); });
      return found;
    };
    const all = (items, act) => Promise.all(items.map(act));
    const spans = await all(term.spans, async ({ ways }) => {
      const simple = ways.filter((way) => way.length === 1).flat(2);
      const others = ways.filter((way) => way.length > 1);
      const found = await all([[simple], ...others], async (way) => (await all(way, listed)).reduce(both));
      return found.reduce(either);
    });
    const found = spans.reduce(both);
    if (term.title) {
      found.at = found.at.filter((number) => {
        const inside = number < index.bodies[index.owners[number >> 2]];
        if (!inside) found.weights[number] = 0;
        return inside;
      });
    }
    return found;
  };

  const keysOf = (terms, kind) => new Set(terms.filter((term) => !term.not)
    .flatMap((term) => term.spans.flatMap((span) => span.ways.flat(2))).filter((one) => one.kind === kind).map((one) => one.key));
  // What stands in one sentence beats what is spread over an article; then the title, then whole words.
  // A hit is a rank, of which the article is the remainder.
  // (Most of this runs once, before any compiler takes an interest in it, so its loops are plain.)
  const rank = ({ count, owners, bodies }, wanted, barred, wants) => {
    const best = new Uint16Array(count), times = new Uint8Array(count), seen = new Uint16Array(count);
    for (const { at } of barred) for (const number of at) for (const { weights } of wanted) weights[number] = 0;
    const all = wanted.map(({ weights }) => weights), terms = all.length;
    let articles = [];
    for (let term = 0; term < terms; term++) {
      const { at, weights } = wanted[term];
      for (let next = 0; next < at.length; next++) {
        const number = at[next];
        let score = weights[number] && TERM + weights[number];
        if (!score) continue;
        const article = owners[number >> 2];
        if (!seen[article]) articles.push(article);
        seen[article] |= 1 << term;
        let counted = false;  // with an earlier term
        for (let other = 0; other < terms; other++) {
          if (other === term || !all[other][number]) continue;
          if (other < term) counted = true;
          score += TERM + all[other][number];
        }
        if (counted) continue;
        if (number < bodies[article]) score += TITLE;
        if (score > best[article]) best[article] = score;
        if (times[article] < 9) times[article]++;
      }
    }
    if (!terms) {
      const without = new Set(barred.flatMap(({ at }) => at.map((number) => owners[number >> 2])));
      articles = Array.from(best.keys()).filter((article) => !without.has(article));
    }
    if (wants) articles = articles.filter(wants);
    const whole = (1 << terms) - 1;
    const ranked = new Float64Array(articles.length);
    let hits = 0;
    for (let next = 0; next < articles.length; next++) {
      const article = articles[next];
      if (seen[article] === whole) ranked[hits++] = (WORST - best[article] * 10 - times[article]) * count + article;
    }
    return ranked.subarray(0, hits).sort();
  };
  // A query that is overtaken by the next goes no further.
  const find = async (query, { titles = false, from = 1, to = 7 } = {}, overtaken = () => false) => {
    const index = await open();
    if (!index) return null;
    const asks = await parse(index, query);
    if (overtaken()) return null;
    const { terms } = asks;
    const all = await Promise.all(terms.map((term) => weigh(index, { ...term, title: term.title || titles })));
    if (overtaken()) return null;
    const wanted = all.filter((_, at) => !terms[at].not);
    const barred = all.filter((_, at) => terms[at].not && !terms[at].quoted);
    const levels = asks.levels || from > 1 || to < 7;
    const [low, high] = [Math.max(from, asks.from), Math.min(to, asks.to)];
    const wants = levels ? (article) => index.level(article) >= low && index.level(article) <= high : null;
    const hits = (all.length || levels) && !asks.missing.length ? rank(index, wanted, barred, wants) : [];
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
  const told = async ({ index, terms, wanted }, hit) => {
    const article = hit % index.count;
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
        score: wanted.reduce((sum, { weights }) => sum + (weights[first + at] && TERM + weights[first + at]), 0),
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
  const WORD = /((?:[\p{L}\p{N}\p{M}'’]|(?<=\d),(?=\d))+)/u;
  const ASCII_WORD = /((?:[a-zA-Z0-9'’]|(?<=\d),(?=\d))+)/;  // sooner made
  const latinParts = (text, keys) => {
    if (!keys.size) return [[text, false]];
    const pieces = text.split(/[^\0-\x7f’]/.test(text) ? WORD : ASCII_WORD);
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
    const wanted = nothing(index);
    note(list, 1, wanted);
    const found = [];
    for (const article of new Set(wanted.at.map((number) => index.owners[number >> 2]))) {
      if (found.length >= limit) break;
      const result = await told({ index, terms: [], wanted: [wanted] }, article);
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
