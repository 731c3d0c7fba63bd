/* The sentence under this figure: what is to be seen now, whatever the reader did. */
import { joined, t } from "../../i18n/i18n.js";
import { count, fixed, plain } from "../../ui/format.js";
import { inUnit, priceText, typicalError } from "./numbers.js";

/** J below this share of what one neuron alone reaches is called better. */
const BETTER = 0.98;
/** Iterations after which a network that is not better may never be. */
const LONG = 1500;

/**
 * @param {object} what
 * @param {import('./model.js').Model} what.model
 * @param {{at: number, to: number, alpha: number} | null} what.trouble
 * @param {{fires: number}[][]} what.excited @param {string[]} what.names of the columns, y last
 * @param {(layer: number, unit: number) => string} what.neuronName
 * @param {number} what.house @param {number} what.price of that house, by the network
 * @param {string} [what.column] the name of y in the reader's table
 */
export function sentence({ model, trouble, excited, names, neuronName, house, price, column }) {
  const { unit } = model.scale;
  const y = model.rows[house][names.length - 1];
  const parts = [t(`network.says.${stateOf(model, trouble)}`, numbersOf(model, trouble, column))];
  if (model.finished) parts.push(t("network.says.finished", { n: count(model.iteration) }));
  const { begin = "random" } = model.how;
  if (begin !== "random" && model.nn.layers > 1) parts.push(levelled(model, begin));
  const dead = excited.flatMap((layer, k) =>
    layer.flatMap(({ fires }, u) => (fires > 0 || model.nn.removed(k + 1, u) ? [] : [neuronName(k + 1, u)])),
  );
  if (dead.length > 0) parts.push(t("network.says.dead", { list: dead.join(t("network.comma")) }));
  const constant = model.constant.filter((k) => k < names.length - 1).map((k) => names[k]);
  if (constant.length > 0)
    parts.push(t("network.says.constant", { list: constant.join(t("network.comma")) }));
  if (model.how.activation === "relu" && model.rows.some((row) => row[row.length - 1] < 0))
    parts.push(t("network.says.negative"));
  parts.push(
    t("network.says.house", {
      i: count(house + 1),
      price: inUnit(price, unit),
      y: priceText(y, unit, column),
    }),
  );
  return joined(parts);
}

/** What became of neurons that began alike. */
function levelled(model, begin) {
  const { most, largest } = model.apart();
  const [b] = model.nn.B(model.nn.layers);
  return t(`network.says.${begin}`, {
    n: count(model.iteration),
    d: plain(most),
    w: plain(largest),
    b: fixed(b, 3),
  });
}

function stateOf(model, trouble) {
  if (trouble) return "diverged";
  if (model.flat) return "flat";
  if (!Number.isFinite(model.single)) return "alone";
  if (model.nn.layers === 1) return "one";
  if (model.cost < BETTER * model.single) return "better";
  return model.iteration < LONG || model.removed().length > 0 ? "not-better" : "stuck";
}

function numbersOf(model, trouble, column) {
  const { cost, single, iteration } = model;
  const { unit } = model.scale;
  return {
    n: count(iteration),
    j: fixed(cost, 4),
    off: priceText(typicalError(cost, unit), unit, column),
    single: fixed(single, 4),
    singleOff: priceText(typicalError(single, unit), unit, column),
    ...(trouble && { alpha: plain(trouble.alpha), at: count(trouble.at), to: count(trouble.to) }),
  };
}

/** What it was worth to take a neuron out, or to put it back. */
export function effectOf({ removed, name, before, after, unit, column }) {
  return t(removed ? "network.effect.out" : "network.effect.back", {
    name,
    before: fixed(before, 4),
    after: fixed(after, 4),
    beforeOff: inUnit(typicalError(before, unit), unit),
    afterOff: priceText(typicalError(after, unit), unit, column),
  });
}
