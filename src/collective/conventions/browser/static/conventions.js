/* The forms of conventions: rows, pickers, new partners, questions that depend on others; and what
 * is copied at a click.
 *
 * Everything is read off data attributes of the page; no text stands in this file. */
(function () {
  "use strict";

  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const CONTROL = "input:not([type=hidden]), select, textarea";

  /* ---- rows of tables -------------------------------------------------------------------- */

  const rowsOf = (table) => all(":scope > .cf-rows > .cf-row", table);

  function renumber(row, table, position) {
    const old = row.dataset.position;
    const names = [`${table.dataset.name}.${old}.`, `${table.dataset.name}.${position}.`];
    const ids = [`${table.id}-${old}`, `${table.id}-${position}`];
    const swap = (text, [from, to]) =>
      text.split(" ").map((part) => replaceStart(part, from, to)).join(" ");
    for (const element of [row, ...all("*", row)]) {
      for (const { name, value } of [...element.attributes]) {
        if (name === "name" || name === "data-fieldname") {
          element.setAttribute(name, swap(value, names));
        } else if (["id", "for", "aria-describedby", "data-new-partner"].includes(name)) {
          element.setAttribute(name, swap(value, ids));
        }
      }
    }
    row.dataset.position = position;
    for (const heading of all("[data-heading]", row)) {
      heading.textContent = heading.dataset.heading.replace("{}", position + 1);
    }
  }

  function replaceStart(text, from, to) {
    for (const before of ["", "formfield-"]) {
      if (text === before + from || text.startsWith(before + from + (from.endsWith(".") ? "" : "-"))) {
        return before + to + text.slice((before + from).length);
      }
    }
    return text;
  }

  function renumberAll(table) {
    const rows = rowsOf(table);
    /* First out of the way: two rows must never bear one name, radio groups would lose a value. */
    rows.forEach((row, index) => renumber(row, table, `moving${index}`));
    rows.forEach((row, index) => renumber(row, table, index));
    rows.forEach((row, index) => {
      const up = row.querySelector("[data-move=up]");
      const down = row.querySelector("[data-move=down]");
      if (up) {
        up.disabled = index === 0;
        down.disabled = index === rows.length - 1;
      }
    });
    table.querySelector(":scope > input[name$='.count']").value = rows.length;
    table.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function addRow(table) {
    const pattern = table.querySelector(":scope > template");
    const row = pattern.content.querySelector(".cf-row").cloneNode(true);
    table.querySelector(":scope > .cf-rows").append(row);
    renumberAll(table);
    all("select[data-source]", row).forEach((picker) => fillPicker(picker));
    row.querySelector(CONTROL).focus();
    row.scrollIntoView({ block: "nearest" });
  }

  function removeRow(table, row) {
    const neighbour = row.nextElementSibling || row.previousElementSibling;
    row.remove();
    renumberAll(table);
    (neighbour?.querySelector("[data-remove]") || table.querySelector("[data-add]")).focus();
  }

  function moveRow(table, row, button) {
    if (button.dataset.move === "up") {
      row.previousElementSibling?.before(row);
    } else {
      row.nextElementSibling?.after(row);
    }
    renumberAll(table);
    (button.disabled ? row.querySelector("[data-move]:not(:disabled)") : button)?.focus();
  }

  function startTable(table) {
    if (!table.querySelector("[data-add]")) {
      return;
    }
    renumberAll(table);
    table.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      const row = button?.closest(".cf-row");
      if (button?.dataset.add) {
        addRow(table);
      } else if (button?.dataset.remove) {
        removeRow(table, row);
      } else if (button?.dataset.move) {
        moveRow(table, row, button);
      }
    });
  }

  /* ---- pickers: options come from one list for the whole page ----------------------------- */

  const sourceOf = (select) =>
    document.querySelector(`template[data-options="${select.dataset.source}"]`);

  /* The parties chosen in this form, or, where it has no table of them, those that are stored. */
  function partyOptions(known) {
    if (!document.querySelector(".cf-table[data-table=parties]")) {
      const stored = document.querySelector("template[data-party-options]");
      return stored ? all("option", stored.content) : [];
    }
    const pickers = all(".cf-table[data-table=parties] select[data-source]");
    const titled = [...known, ...pickers.flatMap((picker) => [...picker.selectedOptions])];
    return pickers
      .map((picker) => titled.find((option) => picker.value && option.value === picker.value))
      .filter((option, index, found) => option && found.indexOf(option) === index);
  }

  function fillPicker(select, options) {
    const source = sourceOf(select);
    const [empty, ...drawn] = [...select.options];
    const chosen = drawn.find((option) => option.selected && option.value);
    const known = options || all("option", source.content);
    const offered = select.dataset.partiesOnly ? partyOptions(known) : known;
    select.replaceChildren(empty, ...offered.map((option) => option.cloneNode(true)));
    if (chosen && !all("option", select).some((option) => option.value === chosen.value)) {
      empty.after(chosen);
    }
    select.value = chosen ? chosen.value : "";
    if (source.dataset.search && !select.dataset.partiesOnly && !select.previousElementSibling?.matches(".cf-search")) {
      addSearch(select, source);
    }
  }

  function addSearch(select, source) {
    const search = document.createElement("input");
    search.type = "search";
    search.className = "form-control cf-search";
    search.placeholder = source.dataset.searchLabel;
    const field = select.closest(".cf-field").querySelector(".cf-label").firstChild.textContent.trim();
    search.setAttribute("aria-label", `${field}: ${source.dataset.searchLabel}`);
    search.setAttribute("aria-controls", select.id);
    select.before(search);
    let waiting;
    search.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => searchOptions(search.value, select, source), 250);
    });
  }

  async function searchOptions(words, select, source) {
    if (!words.trim()) {
      fillPicker(select);
      return;
    }
    const asked = `&b_size=50&SearchableText=${encodeURIComponent(words.trim() + "*")}`;
    const answer = await fetch(source.dataset.search + asked, {
      headers: { Accept: "application/json" },
    });
    if (answer.ok) {
      const { items } = await answer.json();
      fillPicker(select, items.map((item) => new Option(item.title, item.UID)));
    }
  }

  function fillPartyPickers() {
    all("select[data-parties-only]").forEach((select) => fillPicker(select));
  }

  /* ---- a new partner on the spot ----------------------------------------------------------- */

  let asking = null;

  function startDialog(dialog) {
    document.addEventListener("click", (event) => {
      const button = event.target.closest("[data-new-partner]");
      if (button) {
        asking = document.getElementById(button.dataset.newPartner);
        clearFaults(dialog);
        dialog.querySelector("form").reset();
        dialog.showModal();
      }
    });
    dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => asking?.focus());
    dialog.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      addPartner(dialog);
    });
  }

  async function addPartner(dialog) {
    const form = dialog.querySelector("form");
    /* Plone adds a token of its own to every form; it is no field of a partner. */
    const typed = all(CONTROL, form)
      .filter((control) => control.name && control.value)
      .map((control) => [control.name, control.value]);
    clearFaults(dialog);
    let answer;
    try {
      answer = await fetch(form.action, {
        method: "POST",
        headers: { Accept: "application/json", "Content-Type": "application/json" },
        body: JSON.stringify({ "@type": "Partner", ...Object.fromEntries(typed) }),
      });
    } catch {
      showFaults(dialog, { message: form.dataset.failed });
      return;
    }
    const data = await answer.json().catch(() => ({ message: form.dataset.failed }));
    if (answer.ok) {
      choosePartner(data);
      dialog.close();
    } else {
      showFaults(dialog, data);
    }
  }

  function choosePartner({ UID, title }) {
    const source = sourceOf(asking);
    source.content.append(new Option(title, UID));
    all("select[data-source='Partner']").forEach((select) => fillPicker(select));
    asking.value = UID;
    asking.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function clearFaults(dialog) {
    dialog.querySelector(".cf-dialog-fault").textContent = "";
    all(".cf-fault", dialog).forEach((fault) => fault.remove());
    all("[aria-invalid]", dialog).forEach((control) => {
      control.removeAttribute("aria-invalid");
      control.removeAttribute("aria-describedby");
    });
  }

  function showFaults(dialog, { errors, message }) {
    const homeless = [];
    for (const fault of errors || []) {
      const control = all(CONTROL, dialog).find(({ name }) => name === fault.field);
      if (control) {
        const text = document.createElement("div");
        text.className = "cf-fault";
        text.id = `${control.id}-error`;
        text.textContent = fault.message;
        control.after(text);
        control.setAttribute("aria-invalid", "true");
        control.setAttribute("aria-describedby", text.id);
      } else {
        homeless.push(fault.message);
      }
    }
    if (!(errors || []).length) {
      homeless.push(message || dialog.querySelector("form").dataset.failed);
    }
    dialog.querySelector(".cf-dialog-fault").textContent = homeless.join(" ");
    dialog.querySelector("[aria-invalid]")?.focus();
  }

  /* ---- questions that are only asked after certain answers --------------------------------- */

  /* What is wrong stays in sight until the question it depends on is answered otherwise. */
  function showAsked(form, answered = "") {
    for (const field of all("[data-asked-when]", form)) {
      const questions = JSON.parse(field.dataset.askedWhen);
      const wanted = Object.entries(questions).every(([name, answers]) =>
        callsFor(form, name, answers),
      );
      const wrong = field.matches(".cf-wrong") || field.querySelector(".cf-fault");
      field.hidden = !wanted && (!wrong || field.hidden || answered in questions);
    }
  }

  /* Whether an answer is one of those named, or any where none is named. */
  function callsFor(form, name, answers) {
    const asked = form.querySelector(`[name="form.widgets.${name}"]`);
    const answer = asked?.value.trim();
    return !asked || (answers.length ? answers.includes(answer) : answer !== "");
  }

  /* An answer to a question that is no longer asked is not sent. */
  function forgetUnasked(form) {
    all("[data-asked-when][hidden]", form).forEach((field) =>
      all("input, select, textarea", field).forEach((control) => (control.disabled = true)),
    );
  }

  /* ---- copying --------------------------------------------------------------------------- */

  function selectAll(text) {
    if (text.select) {
      text.select();
    } else {
      document.getSelection().selectAllChildren(text);
    }
  }

  function startCopying(button) {
    const text = document.getElementById(button.dataset.copies);
    button.hidden = false;
    button.addEventListener("click", async () => {
      selectAll(text);
      // Where the page did not come over HTTPS, browsers offer the older way only.
      const words = text.value ?? text.textContent;
      await (navigator.clipboard?.writeText(words) ?? document.execCommand("copy"));
      button.nextElementSibling.textContent = button.dataset.copied;
    });
  }

  /* ---- rich text -------------------------------------------------------------------------- */

  /* The editor's frame bears no name of its own: it gets that of the text area it stands for. */
  function nameFrames() {
    all("iframe.tox-edit-area__iframe:not([title])").forEach((frame) => {
      const text = document.getElementById(frame.id.replace(/_ifr$/, ""));
      frame.title = text?.labels[0]?.textContent.trim() ?? "";
    });
  }

  function startEditors() {
    nameFrames();
    new MutationObserver(nameFrames).observe(document.body, { childList: true, subtree: true });
  }

  /* ---- start ------------------------------------------------------------------------------- */

  function startForm(form) {
    all("select[data-source]", form).forEach((select) => fillPicker(select));
    all(".cf-table", form).forEach(startTable);
    showAsked(form);
    form.addEventListener("input", ({ target }) => {
      showAsked(form, target.name?.replace("form.widgets.", ""));
    });
    form.addEventListener("change", (event) => {
      if (event.target.closest("[data-table=parties]")) {
        fillPartyPickers();
      }
    });
    form.addEventListener("submit", () => forgetUnasked(form));
  }

  function start() {
    all(".cf-form").forEach(startForm);
    all("dialog.cf-dialog").forEach(startDialog);
    all("[data-copies]").forEach(startCopying);
    if (all("textarea.pat-tinymce").length) {
      startEditors();
    }
    document.getElementById("cf-problems")?.focus();
  }

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", start);
  } else {
    start();
  }
})();
