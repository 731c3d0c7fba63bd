// The menu of what leaves the page as a file, and printing.
export default {
  "picture.all": "The whole figure",
  "picture.part": "Part {n}",
  "picture.table": "Table: {name}",
  "picture.table.in": "Table, {where}: {name}",
  "picture.every": "Every iteration, as a table",
  "picture.page": "All of this page, on paper",
  "picture.print": "Print",
  "picture.as": "{what}, {format}",
  "picture.failed": "The picture could not be made.",
};
