/* The line under the bar: what is missing before training can start, or how far the Gram matrix has come. */
import { t } from "../../i18n/i18n.js";
import { setText } from "../../ui/elements.js";
import { count } from "../../ui/format.js";

/** Wires the line. */
export function mountWaiting(root, app) {
  const text = root.querySelector("p");
  const progress = root.querySelector("progress");
  app.draw(null, () => {
    const preparing = app.state.train?.preparing;
    const sentence = preparing ? preparationOf(preparing) : reasonOf(app.state.data);
    root.hidden = !sentence;
    progress.hidden = !preparing;
    if (preparing) {
      progress.max = preparing.total;
      progress.value = preparing.done;
    }
    setText(text, sentence);
  });
}

const preparationOf = ({ done, total }) => t("preparing", { done: count(done), total: count(total) });

function reasonOf(data) {
  if (!data) return "";
  const names = { name0: data.names[0], name1: data.names[1] };
  if (data.missing) {
    const key = `missing.${data.missing}`;
    const sentence = t(key, names);
    return sentence === key ? t("missing.other") : sentence;
  }
  return data.warning ? t(`warning.${data.warning}`) : "";
}
