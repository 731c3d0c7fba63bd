/* Runs in <head> before the first paint, as a classic script in the oldest syntax: it must work
   where the page itself cannot. It sets language, theme and size of text, so nothing flashes, and says in both
   languages what to do when this browser, or a page opened from disk, cannot run the modules. */
(function () {
  "use strict";
  var root = document.documentElement;
  var single = root.hasAttribute("data-single"); // one-neuron.html: all in one file, workers of another kind

  /** @param {string} key */
  function stored(key) {
    try {
      return window.localStorage.getItem(key);
    } catch (e) {
      return null; // storage may be forbidden; the defaults do
    }
  }

  /* Where the page's policy asks for it (Trusted Types), these two names may become addresses of scripts here, and no
     other. */
  var names = {
    createScriptURL: function (/** @type {string} */ name) {
      if (name !== "boot.js" && name !== "cannot.js") throw new TypeError(name);
      return name;
    },
  };
  var types = /** @type {any} */ (window).trustedTypes;
  var policy = types ? types.createPolicy("boot", names) : names;

  /* As the reader or the browser says it, "zh-TW": i18n.js knows which languages there are, and settles it. */
  function languageWished() {
    var asked = /[?&]lang=([\w-]+)/.exec(window.location.search);
    return (asked && asked[1]) || stored("one-neuron.lang") || navigator.language || "en";
  }

  function chooseTheme() {
    var asked = /[?&]theme=(light|dark)(?:&|$)/.exec(window.location.search);
    var wish = asked ? asked[1] : stored("one-neuron.theme");
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

  /* Firefox 89 to 113 have modules and SIMD but no module workers: they never ask for the option "type". No worker is
     opened: where the option is known, an unknown value is refused before anything is fetched. */
  function hasModuleWorkers() {
    var asked = false;
    var options = Object.defineProperty({}, "type", {
      get: function () {
        asked = true;
        return "none";
      },
    });
    try {
      new Worker(policy.createScriptURL("boot.js"), options).terminate();
    } catch (e) {
      // refused, as it should be
    }
    return asked;
  }

  function obstacle() {
    if (window.location.protocol === "file:" && !single) return "file";
    if (!("noModule" in document.createElement("script"))) return "modules";
    if (typeof WebAssembly !== "object") return "wasm";
    if (!hasSimd()) return "simd";
    if (!single && !hasModuleWorkers()) return "workers";
    return "";
  }

  root.lang = languageWished();
  root.setAttribute("data-theme", chooseTheme());
  if (/[?&]text=large(?:&|$)/.test(window.location.search)) root.setAttribute("data-text", "large"); // see ui/text-size.js
  if (!navigator.mediaDevices) root.setAttribute("data-no-camera", ""); // no camera is offered then
  if (/[?&]embed(?:[=&]|$)/.test(window.location.search)) root.setAttribute("data-embed", ""); // in a frame, see link/class.js
  if (/[?&](?:task|hide)=/.test(window.location.search)) root.setAttribute("data-link", ""); // a teacher's
  var why = obstacle();
  if (why) {
    root.setAttribute("data-cannot", why); // page/app.js, if it runs at all, starts nothing
  }
  if (why && !single) {
    document.addEventListener("DOMContentLoaded", function () {
      var script = document.createElement("script");
      script.src = policy.createScriptURL("cannot.js"); // the sentences are fetched only where they are needed
      document.body.appendChild(script);
    });
  }
})();
