/* Says in every language that stands here why this page cannot run here; boot.js found out and put the reason into data-cannot.
   A classic script in the oldest syntax, as boot.js is. */
(function () {
  "use strict";
  var root = document.documentElement;

  /* The oldest that have all a page here needs: module workers (Firefox), WebAssembly SIMD (Safari), size containers (Chrome). */
  var versions = "Chrome 108, Edge 108, Firefox 114, Safari 16.4";

  /* A further language: its tag, what stands between two names, and one more sentence in each list below. */
  var tags = ["en", "zh-Hans"];
  var commas = [", ", "、"];

  /** @type {Record<string, string[]>} */
  var sentences = {
    file: [
      "This page was opened from the disk, where browsers load no modules. Open one-neuron.html instead, the whole of it in one file (“npm run site” makes it), or run “npm start” in the project's folder and open the address it prints.",
      "本页是直接从磁盘打开的，浏览器不会加载其中的模块。请改为打开 one-neuron.html（整个网站合成的一个文件，由 npm run site 生成），或在项目文件夹里运行 npm start，再打开它给出的地址。",
    ],
    modules: [
      "This browser is too old for JavaScript modules. {versions} or anything newer will do.",
      "浏览器版本过旧，不支持 JavaScript 模块。请使用 {versions} 或更新的版本。",
    ],
    wasm: [
      "WebAssembly is switched off in this browser (Lockdown Mode on Apple devices does that). Allow it for this page and reload.",
      "浏览器关闭了 WebAssembly（苹果设备的“锁定模式”会这样做）。请为本页允许 WebAssembly，然后重新加载。",
    ],
    simd: [
      "This browser has no WebAssembly SIMD. {versions} or anything newer will do.",
      "浏览器不支持 WebAssembly SIMD。请使用 {versions} 或更新的版本。",
    ],
    workers: [
      "This browser has no module workers, in which the training runs. {versions} or anything newer will do.",
      "浏览器不支持模块化的 Worker，而训练要在其中运行。请使用 {versions} 或更新的版本。",
    ],
  };

  /** @param {string} tag */
  function languageOf(tag) {
    return tag.toLowerCase().split("-")[0];
  }

  /** That of the reader comes first. @param {string} why */
  function explain(why) {
    var box = document.getElementById("cannot");
    for (var i = 0; i < tags.length; i++) {
      var p = document.createElement("p");
      p.lang = tags[i];
      p.textContent = sentences[why][i].replace("{versions}", versions.replace(/, /g, commas[i]));
      box.insertBefore(p, languageOf(tags[i]) === languageOf(root.lang) ? box.firstChild : null);
    }
    box.hidden = false;
  }

  explain(String(root.getAttribute("data-cannot")));
})();
