// Sounds: from the microphone (sound-dialog.js) or from files, each second a picture of its own, and kept so that a tap on
// the picture plays it. In memory only: with the page they are gone, their pictures are not. Fetched when first asked for.

import { openCore } from "../../core/core.js";
import { addWords, t } from "../../i18n/i18n.js";
import { SoundError, decodeAudio, playSamples } from "../../ui/audio.js";
import { addLook, fetched } from "../../ui/fetched.js";
import { fetchChoice } from "../classes/choice.js";
import { Kept } from "./kept.js";
import { SoundDialog } from "./sound-dialog.js";
import {
  FLOOR_DB,
  MOST_SECONDS,
  PX,
  RATE,
  isSilent,
  loudestSecond,
  secondsOf,
  soundPicture,
} from "./spectrogram.js";
import { wav } from "./wav.js";

const MOST_KEPT = 200; // sounds, 32 KB each

/** @typedef {{samples: Float32Array, rgb: Uint8Array, name: string}} Named a sound, its picture and what that is called */
/** @typedef {import("../../ui/refusals.js").Reason & {name: string}} Refused */

/** Fetches what sounds need. */
export async function openSounds(root, app) {
  const [core] = await Promise.all([
    openCore(fetched(new URL("../../notes.wasm", import.meta.url))),
    fetchChoice(),
    addWords((ending) => import(`./words.${ending}.js`)),
    addLook(new URL("./sound.css", import.meta.url).href),
  ]);
  return new Sounds(root, app, core);
}

class Sounds {
  #kept = new Kept(MOST_KEPT);
  /** Pictures go in one after the other. @type {Promise<any>} */
  #last = Promise.resolve();
  /** @type {ReturnType<typeof playSamples> | null} */
  #playing = null;
  #stopped = false;
  #recorded = 0;

  constructor(root, app, core) {
    this.app = app;
    this.core = core;
    this.dialog = new SoundDialog(root, app, {
      picture: (samples, rate) => this.#picture(samples, rate),
      add: async (sound, y, typed) => {
        const named = { ...sound, name: t("sound.name", { n: ++this.#recorded }) };
        const { ids, refused } = await this.#add([named], y, typed);
        return { id: ids[0] ?? null, refused };
      },
      test: (sound) => app.tell("tested", { rgb: sound.rgb, px: PX }),
      remove: (id) => this.app.session.remove([id]),
      play: (samples) => this.#play(samples),
    });
    app.on("tapped", (id) => {
      const samples = this.#kept.get(id);
      if (samples) this.#play(samples);
    });
    app.on("stop-adding", () => (this.#stopped = true));
  }

  /** Opens the dialog for class y, or for what is to be tested, and asks for the microphone. @param {0 | 1 | null} y */
  record(y) {
    return this.dialog.open(y);
  }

  /**
   * Files of sound, to class y: progress is told as that of pictures is.
   * @param {File[]} files @param {0 | 1} y
   * @returns {Promise<{added: number, refused: Refused[], stopped: boolean, made?: {code: string, params: any}}>}
   */
  async addFiles(files, y) {
    const result = { added: 0, refused: /** @type {Refused[]} */ ([]), stopped: false };
    this.#stopped = false;
    const made = [];
    for (const [i, file] of files.entries()) {
      this.app.tell("adding", { done: i, total: files.length });
      if (this.#stopped) break;
      try {
        made.push(...(await this.#partsOf(file)));
      } catch (error) {
        result.refused.push(refusedSound(file, error));
      }
    }
    this.app.tell("adding", { done: files.length, total: files.length });
    const stopped = this.#stopped;
    if (made.length === 0) return { ...result, stopped };
    const { refused, ...came } = await this.#add(made, y);
    const how = { code: "sound.became", params: { px: this.app.state.data.n_px, floor: -FLOOR_DB } };
    return { ...came, refused: [...result.refused, ...refused], made: how, stopped };
  }

  /** Its loudest second, to be tested. @param {File} file
   *  @returns {Promise<{picture: {rgb: Uint8Array, px: number}} | {refused: Refused}>} */
  async loudest(file) {
    try {
      const { samples } = await decodeAudio(file, RATE, MOST_SECONDS);
      if (isSilent(samples)) throw new SoundError("silent");
      return { picture: { rgb: soundPicture(this.core, loudestSecond(samples)), px: PX } };
    } catch (error) {
      return { refused: refusedSound(file, error) };
    }
  }

  /** A picture for each second of a file. @param {File} file @returns {Promise<Named[]>} */
  async #partsOf(file) {
    const { samples } = await decodeAudio(file, RATE, MOST_SECONDS);
    const parts = secondsOf(samples);
    if (parts.length === 0) throw new SoundError("silent");
    return parts.map(({ from, samples }) => {
      const name = parts.length > 1 ? t("sound.part", { name: file.name, n: from / RATE + 1 }) : file.name;
      return { samples, rgb: soundPicture(this.core, samples), name };
    });
  }

  /** What was recorded at any rate, as the neuron will have it; null: silence.
   *  @returns {Promise<{samples: Float32Array, rgb: Uint8Array} | null>} */
  async #picture(recorded, rate) {
    const { samples } = await decodeAudio(wav(recorded, rate), RATE, 1);
    return isSilent(samples) ? null : { samples, rgb: soundPicture(this.core, samples) };
  }

  /** As one step. @param {Named[]} list @param {0 | 1} y @param {(string | undefined)[]} [typed] names of the classes */
  #add(list, y, typed) {
    const run = async () => {
      const pictures = list.map(({ rgb, name }) => ({ rgb, px: PX, name }));
      const came = await this.app.session.addPictures(pictures, y, typed);
      came.ids.forEach((id, i) => this.#kept.set(id, list[i].samples));
      return came;
    };
    const next = this.#last.then(run);
    this.#last = next.catch(() => {});
    return next;
  }

  #play(samples) {
    this.#playing?.stop();
    const mine = playSamples(samples, RATE, { end: () => this.#playing === mine && (this.#playing = null) });
    this.#playing = mine;
  }
}

/** @param {File} file @param {unknown} error @returns {Refused} */
function refusedSound({ name, size }, error) {
  if (size === 0) return { name, code: "empty-file" };
  if (!(error instanceof SoundError)) throw error;
  return { name, code: `sound-${error.code}`, ...error.params };
}
