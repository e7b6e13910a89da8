// Syllables in the colours of their tones; choices.js loads this for those who want it.
"use strict";
duidu.tones = (() => {
  const V = "aeiouüvêāáǎàēéěèếềīíǐìōóǒòūúǔùǖǘǚǜ";
  const SYLLABLE = new RegExp("[˙ㄅ-ㄯ]+[ˊˇˋ]?"
    + `|[b-df-hj-np-tw-z]{0,2}(?:u:|[${V}])+(?:ng?(?![${V}]))?(?:r(?![${V}]))?(?:[1-5](?:r5?(?![${V}]))?)?`
    + "|h?[ńňǹḿ]g?", "giu");
  const SIGNS = "\u0304\u0301\u030c\u0300";  // macron, acute, caron, grave
  const BOPOMOFO = { "ˊ": 2, "ˇ": 3, "ˋ": 4 };

  // 1 to 4, or 5 for the neutral tone, which ㄦ that colours the syllable before it has, too.
  const tone = (syllable) => {
    const digit = /[1-5]/.exec(syllable);
    if (digit) return digit[0];
    if (/[ㄅ-ㄯ]/.test(syllable)) return /^(˙|ㄦ$)/.test(syllable) ? 5 : BOPOMOFO[syllable.at(-1)] ?? 1;
    const sign = [...syllable.normalize("NFD")].find((character) => SIGNS.includes(character));
    return sign ? SIGNS.indexOf(sign) + 1 : 5;
  };

  const paint = (text) => {
    const pieces = [];
    let end = 0;
    for (const { 0: syllable, index } of text.data.matchAll(SYLLABLE)) {
      const span = document.createElement("span");
      span.className = "t" + tone(syllable);
      span.textContent = syllable;
      pieces.push(text.data.slice(end, index), span);
      end = index + syllable.length;
    }
    if (end) text.replaceWith(...pieces.filter(Boolean), text.data.slice(end));
  };

  return (on) => {
    for (const line of document.querySelectorAll("main :is(rt, [lang=zh-Latn-pinyin])")) {
      for (const span of line.querySelectorAll(".t1, .t2, .t3, .t4, .t5")) span.replaceWith(span.textContent);
      line.normalize();
      if (!on) continue;
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      texts.forEach(paint);
    }
  };
})();
