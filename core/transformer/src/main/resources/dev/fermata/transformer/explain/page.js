"use strict";
// Links all that belongs to one line of a method: the source, the bytecode, the points and the states of the drawing.
for (const method of document.querySelectorAll("section.method")) {
  const all = [...method.querySelectorAll("[data-line]")].filter(part => part.dataset.line !== "0");
  const lines = [...method.querySelectorAll(".source [data-line]")];
  const arrows = [...method.querySelectorAll(".arrow")];
  let picked = null;

  const partOf = target => {
    const part = target.closest("[data-line]");
    return part && part.dataset.line !== "0" ? part : null;
  };

  const mark = (style, line) => {
    for (const part of all) {
      part.classList.toggle(style, part.dataset.line === line);
    }
  };

  const light = state => {
    for (const arrow of arrows) {
      arrow.classList.toggle("lit", state !== null && arrow.dataset.from === state);
    }
  };

  // Scrolls only within the pane, so that the page stays where the reader looks.
  const show = (pane, line) => {
    const part = pane.querySelector(`[data-line="${line}"]`);
    const first = pane.querySelector("h3");
    if (part) {
      const top = part.offsetTop - pane.offsetTop - first.offsetHeight - 8;
      const visible = top > pane.scrollTop && top + part.offsetHeight < pane.scrollTop + pane.clientHeight;
      if (!visible) {
        pane.scrollTop = top;
      }
    }
  };

  const pick = part => {
    picked = part && part.dataset.line !== picked ? part.dataset.line : null;
    mark("picked", picked);
    if (picked !== null) {
      for (const pane of method.querySelectorAll(".pane")) {
        if (!pane.contains(part)) {
          show(pane, picked);
        }
      }
    }
  };

  method.addEventListener("mouseover", event => {
    const part = partOf(event.target);
    mark("hot", part && part.dataset.line);
    light(part && part.dataset.state !== undefined ? part.dataset.state : null);
  });
  method.addEventListener("mouseleave", () => {
    mark("hot", null);
    light(null);
  });
  method.addEventListener("focusin", event => {
    const part = partOf(event.target);
    mark("hot", part && part.dataset.line);
    light(part && part.dataset.state !== undefined ? part.dataset.state : null);
  });
  method.addEventListener("click", event => {
    const part = partOf(event.target);
    if (part && String(window.getSelection()) === "") {
      pick(part);
    }
  });
  method.addEventListener("keydown", event => {
    const part = partOf(event.target);
    const at = lines.indexOf(event.target);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (at >= 0 && step && lines[at + step]) {
      event.target.tabIndex = -1;
      lines[at + step].tabIndex = 0;
      lines[at + step].focus();
      event.preventDefault();
    } else if ((event.key === "Enter" || event.key === " ") && part) {
      pick(part);
      event.preventDefault();
    } else if (event.key === "Escape") {
      pick(null);
    }
  });
}
