import { MASTER_PX } from "../pictures/sizes.js";

/** How numbers are made of a picture, in words and as data. @param {Pick<import('./save.js').Given, "pictures" | "settings" |
 *  "texts">} given */
export const pixelsOf = ({ pictures, settings, texts: { pixels } }) => ({
  says: pixels,
  colour_profile: "ignored",
  transparency: "on white",
  fit: settings.fit,
  stored: { format: "png", most_px: MASTER_PX },
  resize: "area average",
  n_px: pictures.n_px,
  order: "row by row, of each pixel red, green, blue",
  type: "uint8",
  divide_by: 255,
});
