// Every task of the figures from m examples to broadcasting, by a wrong way and the right one.
import { said } from "../../shared/reader.js";
import { notesPage, playTasks } from "../../shared/tasks.js";
import { browserTests } from "../../shared/visitor.js";

const shared = await notesPage(browserTests());

playTasks(shared, "m-examples", {
  first: { wrong: "0", right: "0.69", tried: (me) => me.press("One iteration") },
  db: { wrong: "0.5", right: "0" },
  fast: {
    wrong: (me) => me.presses("One iteration", 12),
    async right(me) {
      await me.press("Reset");
      await me.set("alpha", 10);
      await me.presses("One iteration", 12);
    },
  },
});

playTasks(shared, "vectorization", {
  times: {
    wrong: "5000",
    async tried(me) {
      await me.press("10,000 numbers");
      await me.press("Measure now");
    },
    right: (me) => me.answerAs("times", said),
  },
  same: { wrong: "4", right: "2", tried: async () => {} },
  fewer: {
    wrong: "2",
    async tried(me) {
      await me.set("iterations", 100);
      await me.press("Train three times");
    },
    right: (me) => me.answerAs("fewer", said),
  },
});

playTasks(shared, "no-loops", {
  product: {
    wrong: "(5, 1)",
    right: "(3, 1)",
    tried: (me) => me.stage.locator("[data-kept=m]").getByRole("button", { name: "5" }).click(),
  },
  mean: {
    async wrong(me) {
      await me.stage.getByLabel("1/m dropped").check();
      await me.press("Check: dw has the shape of w"); // which holds
    },
    right: (me) => me.press("Check: dw is what J does when w is nudged"),
  },
  silent: {
    async wrong(me) {
      await me.stage.getByLabel("1/m dropped").uncheck();
      await me.stage.getByLabel("* for @").check();
    },
    right: (me) => me.stage.locator("[data-kept=m]").getByRole("button", { name: "3" }).click(),
  },
  mixed: {
    async wrong(me) {
      await me.stage.getByLabel("* for @").uncheck();
      await me.stage.getByLabel("reshape(-1, m)").check();
      await me.press("Check: dw is what J does when w is nudged"); // of the scrambled examples, rightly
    },
    right: (me) => me.press("Check: the first column of X is the first example"),
  },
});

playTasks(shared, "broadcasting", {
  outer: {
    wrong: "(4, 1)",
    right: "4, 4",
    tried: async (me) => {
      await me.set("a", "(4,)");
      await me.set("b", "(4, 1)");
    },
  },
  stretch: {
    wrong: async (me) => {
      await me.set("a", "(2, 3, 1)");
      await me.set("b", "(2, 1, 4)"); // 14 numbers, but not 2 and 12
    },
    right: async (me) => {
      await me.set("a", "(2, 1, 1)");
      await me.set("b", "(3, 4)");
    },
  },
  unfit: {
    wrong: async (me) => {
      await me.set("a", "(3, 4)");
      await me.set("b", "(3,)");
    },
    right: async (me) => {
      await me.set("a", "(3, 4)");
      await me.set("b", "(4, 3)");
    },
  },
  nan: {
    wrong: (me) => me.set("A", 0, 0),
    right: async (me) => {
      await me.set("A", 0, 4);
      await me.set("A", 0, 8);
    },
  },
});
