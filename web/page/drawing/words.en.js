// Drawing: fetched with it.
export default {
  "draw.title": "Draw for “{name}”",
  "draw.add": "Add to “{name}”",
  "draw.added.one": "1 picture added",
  "draw.added.other": "{n} pictures added",
  "draw.done": "Done",
  "draw.name": "drawing {n}",
};
