// The tools of a sentence: listening, copying, its permalink. One toolbar serves all, and moves to where it is wanted.
"use strict";
(() => {
  const { article, chinese, plain, of, focus, reveal } = duidu.sentences;
  const { button } = duidu;

  // ---------------------------------------------------------------- copying

  // The lines of a sentence lie in its box; those of a heading follow it.
  const line = (sentence, kind) => {
    if (kind === "zh") return chinese(sentence);
    if (sentence.matches(".s")) return sentence.querySelector("." + kind);
    let next = sentence.nextElementSibling;
    while (next && !next.matches(".s, .zh, ." + kind)) next = next.nextElementSibling;
    return next?.matches("." + kind) ? next : null;
  };
  const read = (sentence, kind) => {
    const found = line(sentence, kind);
    return found ? plain(found) : "";
  };
  const permalink = (sentence) =>
    (document.querySelector("link[rel=canonical]")?.href ?? location.href.split(/[?#]/)[0]) + "#" + sentence.id;
  // Where an edition lies on the reader's disk is nobody else's business.
  const cited = (sentence) => {
    const { protocol, href } = new URL(permalink(sentence));
    return protocol === "file:" ? href.slice(new URL(duidu.root || ".", location.href).href.length) : href;
  };
  const everything = (sentence) => {
    const status = line(sentence, "en")?.querySelector(".status")?.textContent;
    const english = read(sentence, "en");
    return [
      read(sentence, "zh"), read(sentence, "py"), english && status ? `${english} (${status})` : english,
      "— " + article.dataset.source, cited(sentence),
    ].filter(Boolean).join("\n");
  };
  const selectAndCopy = (text) => {
    const before = document.activeElement;
    const area = document.createElement("textarea");
    area.className = "unseen";
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    before.focus({ preventScroll: true });
    return done;
  };
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch { return selectAndCopy(text); }  // not there, or not allowed
  };
  // What was pressed says so for a moment.
  const tell = async (element, text) => {
    const message = await copy(text) ? duidu.t("Copied") : duidu.t("Not copied: the browser does not allow it");
    element.dataset.label ??= element.textContent;
    element.textContent = message;
    duidu.say(message);
    setTimeout(() => { element.textContent = element.dataset.label; }, 2000);
  };

  // ---------------------------------------------------------------- the toolbar

  let shown = null;
  let asked = false;  // opened on purpose; else it is only offered, where there is room beside the text
  const kinds = [
    [duidu.language === "zh-Latn-pinyin" ? duidu.t("Pinyin") : duidu.t("Chinese"), "zh"],
    [duidu.t("Pinyin"), "py"],
    [article.querySelector(".en")?.lang === "en" ? duidu.t("English") : duidu.t("Translation"), "en"],
  ];
  const choices = kinds.map(([label, kind]) => button(label, () => choose(read(shown, kind))));
  const menu = document.createElement("div");
  menu.append(...choices, button(duidu.t("All, with source"), () => choose(everything(shown))));
  const listen = button(duidu.t("Listen"), () => {
    duidu.speech.speak(shown);
    if (tools.matches(".sheet")) hide();
  });
  const opener = button(duidu.t("Copy"), () => unfold(menu.hidden));
  const link = document.createElement("a");
  link.textContent = duidu.t("Link");
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    address(shown);
    tell(link, permalink(shown));
  });
  const tools = document.createElement("section");
  tools.className = "kit";
  tools.lang = document.getElementById("say").lang;
  tools.setAttribute("role", "group");
  tools.append(listen, opener, link, menu);

  function choose(text) {
    unfold(false);
    opener.focus();
    tell(opener, text);
  }
  function unfold(open) {
    menu.hidden = !open;
    opener.setAttribute("aria-expanded", open);
    kinds.forEach(([, kind], i) => { choices[i].hidden = !read(shown, kind); });
  }
  // The address becomes that of the sentence, which stays where it is.
  function address(sentence) {
    const before = scrollY;
    location.replace("#" + sentence.id);
    scrollTo({ top: before, behavior: "instant" });
  }
  function hide() {
    asked = false;
    tools.remove();
  }
  function show(sentence, onPurpose) {
    shown = sentence;
    asked = onPurpose;
    const mark = sentence.querySelector(".no");
    tools.setAttribute("aria-label", mark ? mark.getAttribute("aria-label") : duidu.t("This line"));
    link.href = "#" + sentence.id;
    listen.hidden = !duidu.speech?.ready();
    unfold(false);
    // Not inside the paragraph, which cuts off what stands outside of it.
    (sentence.closest("figure, .par") ?? line(sentence, "en") ?? sentence).after(tools);
    place();
  }
  // Beside the text where there is room, else at the foot of the window, in reach of a thumb.
  function place() {
    if (!tools.isConnected) return;
    tools.classList.remove("sheet");
    const box = shown.getBoundingClientRect();
    if (document.documentElement.clientWidth - box.right > tools.offsetWidth + 24) {
      const origin = tools.offsetParent.getBoundingClientRect();
      tools.style.left = box.right - origin.left + 12 + "px";
      tools.style.top = box.top - origin.top + "px";
    } else if (asked) tools.classList.add("sheet");
    else hide();
  }
  new ResizeObserver(place).observe(article);

  // Text that is scrolled below a pointer at rest asks for nothing.
  const offer = (element) => {
    const sentence = of(element);
    if (sentence && sentence !== shown && !asked && !tools.contains(document.activeElement)) show(sentence, false);
  };
  article.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse" && (event.movementX || event.movementY)) offer(event.target);
  });
  article.addEventListener("focusin", (event) => {
    const sentence = of(event.target);
    if (sentence && sentence !== shown) { hide(); offer(sentence); }
  });
  document.addEventListener("pointerdown", (event) => {
    if (!asked || event.target.closest(".kit, .no, .player")) return;
    asked = false;
    place();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !tools.isConnected) return;
    const inside = tools.contains(document.activeElement);
    hide();
    if (inside) focus(shown);
  });

  duidu.tools = {
    open: (sentence, byKeyboard) => {
      address(sentence);
      if (asked && sentence === shown && tools.matches(".sheet")) { hide(); return; }
      show(sentence, true);
      if (byKeyboard) tools.querySelector("button:not([hidden])").focus();
    },
    copy: (sentence) => {
      show(sentence, true);
      unfold(true);
      reveal(sentence);
      menu.querySelector("button:not([hidden])").focus();
    },
  };
})();
