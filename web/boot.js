/* Runs in <head> before the first paint, as a classic script in the oldest syntax: it must work
   where the page itself cannot. It sets language and theme, so nothing flashes, and says in both
   languages what to do when this browser, or a page opened from disk, cannot run the modules. */
(function () {
  "use strict";
  var root = document.documentElement;

  function stored(key) {
    try {
      return window.localStorage.getItem(key);
    } catch (e) {
      return null; // storage may be forbidden; the defaults do
    }
  }

  function chooseLanguage() {
    var asked = /[?&]lang=([\w-]+)/.exec(window.location.search);
    var wish = (asked && asked[1]) || stored("one-neuron.lang") || navigator.language || "en";
    return /^zh/i.test(wish) ? "zh-Hans" : "en";
  }

  function chooseTheme() {
    var wish = stored("one-neuron.theme");
    if (wish === "light" || wish === "dark") return wish;
    return window.matchMedia && window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  }

  /* The smallest module with a 128-bit instruction: () -> v128 { i8x16.popcnt(i8x16.splat(0)) }. */
  function hasSimd() {
    return WebAssembly.validate(
      new Uint8Array([
        0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253,
        98, 11,
      ]),
    );
  }

  function obstacle() {
    if (window.location.protocol === "file:") return "file";
    if (!("noModule" in document.createElement("script"))) return "modules";
    if (typeof WebAssembly !== "object") return "wasm";
    if (!hasSimd()) return "simd";
    return "";
  }

  var sentences = {
    file: [
      "This page was opened from the disk, where browsers load no modules. Run “npm start” in its folder and open the address it prints.",
      "网页是直接从磁盘打开的，浏览器不会加载其中的模块。请在项目文件夹里运行 npm start，再打开它给出的地址。",
    ],
    modules: [
      "This browser is too old for JavaScript modules. Chrome 91, Firefox 89, Safari 16.4 or anything newer will do.",
      "浏览器版本过旧，不支持 JavaScript 模块。请使用 Chrome 91、Firefox 89、Safari 16.4 或更新的版本。",
    ],
    wasm: [
      "WebAssembly is switched off in this browser (Lockdown Mode on Apple devices does that). Allow it for this page and reload.",
      "浏览器关闭了 WebAssembly（苹果设备的“锁定模式”会这样做）。请为本网页允许 WebAssembly，然后重新加载。",
    ],
    simd: [
      "This browser has no WebAssembly SIMD. Chrome 91, Firefox 89, Safari 16.4 or anything newer will do.",
      "浏览器不支持 WebAssembly SIMD。请使用 Chrome 91、Firefox 89、Safari 16.4 或更新的版本。",
    ],
  };

  function explain(why) {
    var box = document.getElementById("cannot");
    var order = root.lang === "en" ? [0, 1] : [1, 0];
    for (var i = 0; i < order.length; i++) {
      var p = document.createElement("p");
      p.lang = order[i] === 0 ? "en" : "zh-Hans";
      p.textContent = sentences[why][order[i]];
      box.appendChild(p);
    }
    box.hidden = false;
  }

  root.lang = chooseLanguage();
  root.setAttribute("data-theme", chooseTheme());
  var why = obstacle();
  if (why) {
    root.setAttribute("data-cannot", why); // main.js, if it runs at all, starts nothing
    document.addEventListener("DOMContentLoaded", function () {
      explain(why);
    });
  }
})();
