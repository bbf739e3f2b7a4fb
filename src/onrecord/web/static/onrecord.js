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

// A letter that is being written: its findings follow 150 ms behind the typing; an older answer never wins.
// Behind the text stands the same text with the marks; they move with each letter typed, and the check sets them anew.
function write(form) {
  const area = form.elements.text;
  const behind = form.querySelector(".behind");
  let marks = JSON.parse(form.dataset.marks);
  let before = area.value;
  let pause = 0;
  let asked = 0;
  const draw = () => {
    const parts = [];
    let at = 0;
    for (const [start, end, severity] of marks) {
      const mark = document.createElement("mark");
      mark.className = `s-${severity}`;
      mark.textContent = before.slice(start, end);
      parts.push(before.slice(at, start), mark);
      at = end;
    }
    behind.replaceChildren(...parts, before.slice(at), "\n");
    behind.scrollTop = area.scrollTop;
  };
  const move = () => {
    const now = area.value;
    const most = Math.min(before.length, now.length);
    let head = 0;
    while (head < most && before[head] === now[head]) head += 1;
    let tail = 0;
    while (tail < most - head && before[before.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
    const end = before.length - tail;
    const by = now.length - before.length;
    // What was typed over loses its mark; a mark in which something was typed keeps both its ends.
    marks = marks.map(([from, to, severity]) => {
      if (to <= head) return [from, to, severity];
      if (from >= end) return [from + by, to + by, severity];
      return [from < head ? from : end + by, to > end ? to + by : head, severity];
    }).filter(([from, to]) => to > from);
    before = now;
  };
  const check = async () => {
    const mine = ++asked;
    const sent = area.value;
    try {
      const body = new URLSearchParams(new FormData(form));
      body.set("at", `l${sent.slice(0, area.selectionStart).split("\n").length}`);
      const answer = await fetch(form.dataset.check, { method: "POST", body });
      if (!answer.ok || mine !== asked) return;
      const told = await answer.json();
      if (mine !== asked || sent !== area.value) return;
      document.getElementById("findings").innerHTML = told.panel;
      document.getElementById("marked").innerHTML = told.marked;
      form.querySelector("[role=status]").textContent = told.said;
      marks = told.marks;
      draw();
    } catch { /* the next letter typed asks again */ }
  };
  area.addEventListener("input", () => {
    move();
    draw();
    clearTimeout(pause);
    pause = setTimeout(check, 150);
  });
  area.addEventListener("scroll", () => { behind.scrollTop = area.scrollTop; });
  // Firefox keeps what was typed when a page is loaded anew.
  if (area.value !== area.defaultValue) check();
  draw();
}
document.querySelectorAll("form[data-check]").forEach(write);

// What stands in a closed part is fetched when it is opened: the form of the page to which the link in it leads.
document.addEventListener("toggle", async (event) => {
  const link = event.target.open && event.target.querySelector(":scope > a[data-part]");
  if (!link || link.dataset.part) return;
  link.dataset.part = "asked";
  try {
    const answer = await fetch(link.href, { headers: { accept: "text/html" } });
    const found = answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
    const form = found && document.adoptNode(found.querySelector("main form[data-part]"));
    if (form) {
      link.replaceWith(form);
      if (form.dataset.check) write(form);
      return;
    }
  } catch { /* the link stays, and leads to the form */ }
  link.dataset.part = "";
}, true);

// The asks of a letter: the State that asks, once chosen, is chosen for the files, too.
document.querySelectorAll("select[data-also]").forEach((chosen) => {
  const other = document.getElementById(chosen.dataset.also);
  const take = () => { if (other && chosen.value) other.value = chosen.value; };
  chosen.addEventListener("change", take);
  take();
});
