// Everything works without this file; it spares the reader some waiting and some clicks.
"use strict";

// A job under way: ask for its panel until it is over, and put the new one in the old one's place.
function watch(panel) {
  const again = async () => {
    try {
      const answer = await fetch(panel.dataset.watch, { headers: { accept: "text/html" } });
      if (!answer.ok) return;
      const holder = document.createElement("template");
      holder.innerHTML = await answer.text();
      const fresh = holder.content.firstElementChild;
      panel.replaceWith(fresh);
      if (fresh.dataset.watch) watch(fresh);
      else if (fresh.dataset.then) location.assign(fresh.dataset.then);
    } catch {
      setTimeout(again, 3000);
    }
  };
  setTimeout(again, 700);
}
document.querySelectorAll("[data-watch]").forEach(watch);

// "Copy": the button's text beside it, as plain text.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  const said = button.textContent;
  button.textContent = button.dataset.done;
  setTimeout(() => { button.textContent = said; }, 1600);
});
document.querySelectorAll("[data-needs-script]").forEach((part) => { part.hidden = false; });

// A choice that is a filter takes effect at once.
document.addEventListener("change", (event) => {
  if (event.target.matches("select[data-at-once]")) event.target.form.requestSubmit();
});

// Files dropped anywhere on a page with a form for them are handed over at once.
const taker = document.querySelector("form[data-drop]");
if (taker) {
  addEventListener("dragover", (event) => { event.preventDefault(); document.body.classList.add("taking"); });
  addEventListener("dragleave", (event) => { if (!event.relatedTarget) document.body.classList.remove("taking"); });
  addEventListener("drop", async (event) => {
    event.preventDefault();
    document.body.classList.remove("taking");
    const found = [];
    const walk = async (entry) => {
      if (!entry) return;
      if (entry.isFile) found.push(await new Promise((done, fail) => entry.file(done, fail)));
      else {
        const reader = entry.createReader();
        for (;;) {
          const some = await new Promise((done, fail) => reader.readEntries(done, fail));
          if (!some.length) break;
          for (const one of some) await walk(one);
        }
      }
    };
    const dropped = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.());
    const files = [...event.dataTransfer.files];
    for (const entry of dropped) await walk(entry);
    const sent = new DataTransfer();
    for (const file of found.length ? found : files) sent.items.add(file);
    // As a folder's files: what is no document in a dropped folder is passed over.
    const input = taker.querySelector(dropped.some((entry) => entry?.isDirectory) ? "#folder" : "#files");
    input.files = sent.files;
    taker.requestSubmit();
  });
}

// A letter that is being written: its findings follow 300 ms behind the typing; an older answer never wins.
document.querySelectorAll("form[data-check]").forEach((form) => {
  let pause = 0;
  let asked = 0;
  form.elements.text.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(async () => {
      const mine = ++asked;
      try {
        const answer = await fetch(form.dataset.check, { method: "POST", body: new URLSearchParams(new FormData(form)) });
        if (!answer.ok || mine !== asked) return;
        const told = await answer.json();
        if (mine === asked) document.getElementById("findings").innerHTML = told.panel;
      } catch { /* the next letter typed asks again */ }
    }, 300);
  });
});
