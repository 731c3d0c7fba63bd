// Every task of the figures from logistic regression to the computation graph, by a wrong way and the right one.
import { notesPage, playTasks } from "../../shared/tasks.js";
import { browserTests } from "../../shared/visitor.js";

const shared = await notesPage(browserTests());

playTasks(shared, "logistic-regression", {
  half: {
    async wrong(me) {
      await me.set("x", 2);
      await me.set("w", 0.8);
      await me.set("b", 1.6);
    },
    right: (me) => me.set("b", -1.6),
  },
  far: { wrong: "10", right: "8", tried: (me) => me.press("Two clear cases, far out") },
  four: {
    async wrong(me) {
      await me.presses("Two clear cases, far out", 1); // eight points again
      const points = me.stage.locator("[data-part=line] .handle");
      for (let i = 0; i < 4; i++) await points.nth(3).press("Delete"); // three of class 0 stay
    },
    async right(me) {
      const points = me.stage.locator("[data-part=line] .handle");
      await points.nth(0).press("ArrowUp"); // 1 0 0 1
    },
  },
});

playTasks(shared, "loss-and-cost", {
  sure: { wrong: "0.49", right: "4.6" },
  coin: { wrong: (me) => me.set("b", 1), right: (me) => me.zero(["w", "b"]) },
  minima: {
    async wrong(me) {
      await me.press("two true minima");
      await me.stage.locator("[data-part=lab]").getByRole("button", { name: "Add a point" }).click(); // two at one place
    },
    right: (me) =>
      me.stage.locator("[data-part=lab] .plot").first().locator(".handle").first().press("ArrowRight"),
  },
});

playTasks(shared, "gradient-descent", {
  rise: {
    async wrong(me) {
      await me.set("alpha", 1, 1); // rises, but is not the smallest
      await me.presses("Step", 30, 1);
      await me.set("alpha", 0.1, 1); // with which it did not rise
    },
    async right(me) {
      await me.press("Reset", 1);
      await me.set("alpha", 0.835, 1);
      await me.presses("Step", 60, 1);
    },
  },
  leap: {
    wrong: (me) => me.press("Step"),
    async right(me) {
      await me.press("Reset");
      await me.set("alpha", 0.64);
      await me.press("Step");
    },
  },
  steps: {
    wrong: "1000",
    right: "100",
    async tried(me) {
      await me.press("good");
      await me.presses("Step", 200, 1);
    },
  },
});

playTasks(shared, "derivatives", {
  epsilon: { wrong: "-15", right: "1e-8" },
  steepest: {
    async wrong(me) {
      await me.press("σ(a)");
    },
    right: (me) => me.keys(me.stage.locator("[data-kept=a]"), { ArrowLeft: 8 }),
  },
  two: {
    wrong: (me) => me.press("3a"),
    async right(me) {
      await me.press("log a");
      await me.keys(me.stage.locator("[data-kept=a]"), { ArrowLeft: 25 });
    },
  },
});

playTasks(shared, "computation-graph", {
  dc: { wrong: "6", right: "9", tried: (me) => me.presses("Step", 8) },
  deaf: {
    wrong: (me) => me.type("b", 0),
    right: (me) => me.type("c", 0),
  },
  aim: {
    async wrong(me) {
      await me.press("logistic regression");
      await me.presses("Step", 12);
    },
    async right(me) {
      await me.press("Reset");
      await me.set("α", 1.28);
      await me.presses("Step", 12);
    },
  },
});
