// Firefox without geckodriver: the same commands over Marionette, its own socket. Frames are "length:json"; a command is
// [0, id, name, parameters], its answer [1, id, error, result].

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, sleep, start, stop, within } from "./processes.js";

const START_MS = 60_000;

/** The paths of W3C WebDriver, as Marionette calls them. @type {Record<string, string>} */
const NAMES = {
  url: "Navigate",
  "execute/sync": "ExecuteScript",
  "execute/async": "ExecuteAsyncScript",
  element: "FindElement",
  actions: "PerformActions",
  timeouts: "SetTimeouts",
  screenshot: "TakeScreenshot",
  "window/rect": "SetWindowRect",
  click: "ElementClick",
  value: "ElementSendKeys",
};

/** A profile that asks nobody for anything. @param {number} port */
function makeProfile(port) {
  const folder = mkdtempSync(join(tmpdir(), "one-neuron-firefox-"));
  const prefs = {
    "marionette.port": port,
    "app.normandy.enabled": false,
    "app.update.enabled": false,
    "browser.shell.checkDefaultBrowser": false,
    "datareporting.policy.dataSubmissionEnabled": false,
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
    "dom.file.createInChild": true, // lets a test put files into <input type=file>
    "media.navigator.streams.fake": true, // a camera that is none
    "media.navigator.permission.disabled": true,
  };
  const lines = Object.entries(prefs).map(
    ([key, value]) => `user_pref("${key}", ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(folder, "user.js"), lines.join(""));
  return folder;
}

/** @param {number} port @returns {Promise<import('node:net').Socket>} */
async function reach(port) {
  for (;;) {
    /** @type {import('node:net').Socket | null} */
    const socket = await new Promise((resolve) => {
      const one = connect(port, "127.0.0.1", () => resolve(one));
      one.on("error", () => resolve(null));
    });
    if (socket) return socket;
    await sleep(50);
  }
}

/** Sends commands and hears answers. @param {import('node:net').Socket} socket */
function conversation(socket) {
  /** @type {Map<number, {resolve: (value: any) => void, reject: (error: Error) => void}>} */
  const waiting = new Map();
  let rest = Buffer.alloc(0);
  let id = 0;
  /** @type {(value?: any) => void} */
  let greet = () => {};
  const greeted = new Promise((resolve) => (greet = resolve));
  const take = (/** @type {any} */ message) => {
    if (!Array.isArray(message)) return greet();
    const [, number, error, result] = message;
    const one = waiting.get(number);
    waiting.delete(number);
    if (error) one?.reject(new Error(`${error.error}: ${error.message}`));
    else one?.resolve(result);
  };
  socket.on("close", () => {
    for (const one of waiting.values()) one.reject(new Error("Firefox has gone"));
  });
  socket.on("data", (data) => {
    rest = Buffer.concat([rest, data]);
    for (let colon; (colon = rest.indexOf(":")) > 0;) {
      const end = colon + 1 + Number(rest.subarray(0, colon));
      if (rest.length < end) return;
      take(JSON.parse(rest.subarray(colon + 1, end).toString()));
      rest = rest.subarray(end);
    }
  });
  const command = (/** @type {string} */ name, /** @type {any} */ parameters) =>
    new Promise((resolve, reject) => {
      waiting.set(++id, { resolve, reject });
      const text = Buffer.from(JSON.stringify([0, id, name, parameters]));
      socket.write(Buffer.concat([Buffer.from(`${text.length}:`), text]));
    });
  return { command, greeted };
}

/** @param {string} program @param {any} capabilities @returns {Promise<import('./http.js').Connection>} */
export async function overMarionette(program, capabilities) {
  const port = await freePort();
  const profile = makeProfile(port);
  const firefox = start(program, [
    "--headless",
    "--marionette",
    "--no-remote",
    "--profile",
    profile,
    "about:blank",
  ]);
  const end = async () => {
    await stop(firefox);
    rmSync(profile, { recursive: true, force: true, maxRetries: 9, retryDelay: 100 });
  };
  try {
    const { command, greeted } = conversation(await within(START_MS, program, reach(port)));
    await within(START_MS, "marionette", greeted);
    await command("WebDriver:NewSession", { capabilities: { alwaysMatch: capabilities } });
    await command("WebDriver:SetTimeouts", capabilities.timeouts); // the capability alone is not taken
    return {
      async send(name, body = {}, element = "") {
        const parameters = element ? { ...body, id: element } : body;
        const result = /** @type {any} */ (await command(`WebDriver:${NAMES[name]}`, parameters));
        return result && "value" in result ? result.value : result;
      },
      async close() {
        command("Marionette:Quit", { flags: ["eForceQuit"] }).catch(() => {});
        for (let k = 0; k < 60 && firefox.exitCode === null; k++) await sleep(50);
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}
