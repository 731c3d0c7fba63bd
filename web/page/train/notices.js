/* The notice bar: one sentence at a time about what went wrong, with what can be done about it. */
import { knows, onLanguage, t } from "../../i18n/i18n.js";
import { plain } from "../../ui/format.js";

/** @typedef {{label: string, params?: Record<string, any>, run: () => void}} Action */

/** Wires the bar. */
export function mountNotices(bar, app) {
  hearNotices(makeNotices(bar), app);
}

/** Fills the bar. Returns notify(code, params, actions); a code of null clears it. */
function makeNotices(bar) {
  /** @type {{code: string, params: Record<string, any>, actions: Action[]} | null} */
  let shown = null;

  const close = () => {
    shown = null;
    bar.replaceChildren();
  };

  const show = () => {
    if (!shown) return;
    const { code, params, actions } = shown;
    const sentence = document.createElement("p");
    const key = knows(code) ? code : `notice.${code}`;
    sentence.textContent = knows(key) ? t(key, params) : t("notice.other", { code });
    const row = document.createElement("div");
    row.className = "notice";
    row.setAttribute("role", "alert");
    row.append(sentence);
    for (const { label, params: words, run } of actions) {
      row.append(
        button(t(label, words), "", () => {
          close();
          run();
        }),
      );
    }
    row.append(button(t("close"), "quiet", close));
    bar.replaceChildren(row);
  };

  onLanguage(show);
  notify.shown = () => shown?.code ?? null;
  return notify;

  /** @param {string | null} code @param {Record<string, any>} [params] @param {Action[]} [actions] */
  function notify(code, params = {}, actions = []) {
    if (code === null) return close();
    shown = { code, params, actions };
    show();
  }
}

function button(label, className, run) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = className;
  element.textContent = label;
  element.addEventListener("click", run);
  return element;
}

/** Turns the worker's notices into sentences with something to do about them. */
function hearNotices(notify, app) {
  app.on("train", ({ running, end }) => {
    const over = running || end === 0; // trained again, or started anew: it has been dealt with
    if (over && notify.shown() === "notice.diverged") notify(null);
  });
  app.on("keeper", ({ elsewhere }) => {
    if (elsewhere)
      notify("notice.elsewhere", {}, [{ label: "notice.here", run: () => app.session.takeOver() }]);
    else if (notify.shown() === "notice.elsewhere") notify(null);
  });
  app.on("notice", ({ code, iteration, alpha, back, suggested, again }) => {
    if (code === "diverged") {
      const goBack = {
        label: "notice.diverged.back",
        params: { back, suggested: suggested && plain(suggested) },
        run: async () => {
          await app.session.seek(back);
          await app.change({ alpha: suggested });
          await app.session.play();
        },
      };
      notify("notice.diverged", { iteration, alpha: plain(alpha) }, suggested ? [goBack] : []);
    } else if (code === "not-fetched") {
      notify("notice.not-fetched", {}, [{ label: "again", run: again ?? (() => app.session.goOn()) }]);
    } else if (code === "worker-failed" || code === "core-failed") {
      notify("notice.worker-failed", {}, [{ label: "notice.reload", run: () => location.reload() }]);
    } else {
      notify(code);
    }
  });
}
