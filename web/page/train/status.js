/* What the page says in words. The notice bar shows one sentence at a time, with what can be done
   about it; the hidden status line tells screen readers of starts and stops, and now and then of
   progress, but never every iteration. */
import { knows, onLanguage, t } from "../../i18n/i18n.js";
import { fixed, percent, plain } from "../../ui/format.js";

const PROGRESS_MS = 15000;

/** Fills the notice bar. Returns notify(code, params, actions), with actions [{label, run}]. */
export function mountNotices(bar) {
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
export function hearNotices(app) {
  app.on("train", ({ running, end }) => {
    const over = running || end === 0; // trained again, or started anew: it has been dealt with
    if (over && app.notify.shown() === "notice.diverged") app.notify(null);
  });
  app.on("notice", ({ code, iteration, alpha, back, suggested }) => {
    if (code === "diverged") {
      const next = Number(suggested.toPrecision(2));
      const words = { back, suggested: plain(next) };
      app.notify("notice.diverged", { iteration, alpha: plain(alpha) }, [
        {
          label: "notice.diverged.back",
          params: words,
          run: async () => {
            await app.session.seek(back);
            await app.change({ alpha: next });
            await app.session.play();
          },
        },
      ]);
    } else if (code === "worker-failed" || code === "core-failed") {
      app.notify("notice.worker-failed", {}, [{ label: "notice.reload", run: () => location.reload() }]);
    } else {
      app.notify(code);
    }
  });
}

/** Feeds the hidden status line; returns the function that takes each train event. */
export function mountStatus(line) {
  let running = false;
  let last = 0;
  return function say(train, now = performance.now()) {
    const words = { t: train.iteration, cost: fixed(train.cost, 3), accuracy: percent(train.accuracy) };
    if (train.running !== running) {
      running = train.running;
      last = now;
      line.textContent = t(
        running ? "status.started" : train.finished ? "status.finished" : "status.paused",
        words,
      );
    } else if (running && now - last > PROGRESS_MS) {
      last = now;
      line.textContent = t("status.progress", words);
    }
  };
}
