// The numbers of a pixel.
export default {
  "pixel.place": "Row {row}, column {column}",
  "pixel.spoken": "row {row}, column {column}: w {r}, {g}, {b}",
};
