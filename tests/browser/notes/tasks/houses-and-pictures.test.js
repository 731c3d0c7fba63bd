// Every task of the figures on houses, on what x can be, and on pictures, by a wrong way and the right one.
import { groupsOf } from "../../shared/figure.js";
import { boxOf } from "../../shared/layout.js";
import { said, saidPower } from "../../shared/reader.js";
import { notesPage, playTasks } from "../../shared/tasks.js";
import { browserTests } from "../../shared/visitor.js";
import { nextFrame } from "../../shared/wait.js";

const shared = await notesPage(browserTests());

/** The price of house 7 by the rule, read from the figure. @param {import('../../shared/reader.js').Reader} me */
async function ruleOfHouseSeven(me) {
  await me.type("house", 7);
  const text = (await me.stage.getByText(/the rule says/).textContent()) ?? "";
  return groupsOf(text, /the rule says (\d+)/)[0];
}

playTasks(shared, "neuron", {
  price: { wrong: "9.99", right: "2,0" },
  hand: {
    wrong: async (me) => {
      await me.press("100 steps");
      await me.press("100 steps"); // descent may not help
      await me.set("b", -1);
      await me.press("Reset");
      await me.stage.locator("[data-part=line] .handle").last().press("Delete"); // nor may a house go
      await me.set("w", 3.2);
      await me.set("b", -1.4);
    },
    right: async (me) => {
      await me.press("Back to the ten houses");
      await me.set("w", 3.2);
      await me.set("b", -1.4);
    },
  },
  dead: {
    wrong: async (me) => {
      await me.set("w", 0.5);
      await me.set("b", 1);
      await me.press("Step");
      await me.set("w", -1);
      await me.set("b", -1); // no step since
    },
    right: async (me) => {
      await me.press("Step");
    },
  },
});

playTasks(shared, "network", {
  seven: { wrong: "1", right: (me) => me.answerAs("seven", ruleOfHouseSeven) },
  half: { wrong: (me) => me.press("100 steps"), right: (me) => me.until("half", "100 steps") },
  two: {
    wrong: (me) => me.press("2"),
    right: (me) => me.until("two", "100 steps"),
  },
});

playTasks(shared, "inputs", {
  green: {
    wrong: "595",
    right: "1787",
    async tried(me) {
      await me.press("A picture");
      await me.keys(me.stage.getByLabel(/^The picture; arrow keys/), { ArrowUp: 9, ArrowLeft: 4 }); // one beside
    },
  },
  long: { wrong: "16000", right: "24000", tried: (me) => me.press("A sound") },
  hertz: {
    wrong: (me) => me.press("chord"),
    async right(me) {
      await me.press("chirp");
      const plot = me.stage.locator(".inputs-whole .plot");
      await nextFrame(me.page);
      const [outer, frame] = [await boxOf(plot), await boxOf(plot.locator(".frame"))];
      const x = frame.x - outer.x + (frame.width * (3000 - 200)) / 5800;
      await plot.click({ position: { x, y: frame.y - outer.y + frame.height / 4 } });
    },
  },
});

playTasks(shared, "scale", {
  few: {
    wrong: "1",
    async tried(me) {
      await me.press("m up to 1280");
      await me.press("2 runs per point");
      await me.press("Measure");
    },
    right: (me) => me.answerAs("few", said),
  },
  speed: {
    wrong: "3",
    tried: (me) => me.press("Measure this machine"),
    right: (me) => me.answerAs("speed", saidPower),
  },
});

playTasks(shared, "two-classes", {
  entry: { wrong: "200", right: "8788" },
  shape: {
    wrong: "(16, 12288)",
    right: "(12288, 16)",
    async tried(me) {
      await me.set("share", 0);
      await me.press("Add eight");
    },
  },
  split: {
    wrong: (me) => me.set("share", 0.5),
    async right(me) {
      await me.presses("Add a drawn picture", 4);
      await me.set("share", 0.2);
    },
  },
});
