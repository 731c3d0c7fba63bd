// Where the sounds of the figure come from, made, recorded or read from a file, and the button that plays them.

import { onLanguage, t } from "../../i18n/i18n.js";
import { choice, press } from "../../plot/controls.js";
import { el, fileButton } from "../../ui/elements.js";
import { fixed } from "../../ui/format.js";
import { MADE_SOUNDS, MAX_SECONDS, SoundError, decodeSound, makeSound, play, record } from "./audio.js";

const words = { t, onLanguage };

/**
 * @param {object} means
 * @param {() => Float32Array} means.sound the one that is shown
 * @param {(samples: Float32Array) => void} means.show another one
 * @param {(seconds: number | null) => void} means.playhead where the loudspeaker is; null: silent
 * @param {(sentence: () => string) => void} means.complain
 */
export function sourceControls({ sound, complain, show, playhead }) {
  /** @type {ReturnType<typeof record> | null} */
  let recording = null;
  /** @type {ReturnType<typeof play> | null} */
  let playing = null;
  let recorded = 0;
  const hush = () => playing?.stop();
  const fail = (/** @type {any} */ error, name = "") => {
    if (!(error instanceof SoundError)) throw error;
    complain(() => t(`inputs.sound.${error.code}`, { name, ...error.params }));
  };

  const made = choice({
    label: "inputs.made",
    options: MADE_SOUNDS.map((kind) => [kind, `inputs.${kind}`]),
    value: "melody",
    change: (kind) => {
      leave();
      complain(() => "");
      show(makeSound(kind));
    },
  });
  const listen = press("inputs.play", () => {
    if (playing) return hush();
    playing = play(sound(), {
      time: playhead,
      end() {
        playing = null;
        playhead(null);
        label();
      },
    });
    label();
  });
  const microphone = press("inputs.record", async () => {
    if (recording) return recording.stop();
    leave();
    complain(() => t("inputs.asking"));
    const mine = (recording = record({
      progress(seconds) {
        recorded = seconds;
        if (recording === mine) complain(() => t("inputs.recording", { seconds: fixed(seconds, 1) }));
      },
    }));
    label();
    try {
      const blob = await mine.done;
      if (blob) await decode(blob, "");
      else complain(() => "");
    } catch (error) {
      fail(error);
    } finally {
      if (recording === mine) recording = null;
      label();
    }
  });

  async function decode(/** @type {Blob} */ blob, /** @type {string} */ name) {
    const { samples, cut } = await decodeSound(blob);
    hush();
    made.set("");
    show(samples);
    complain(() => {
      if (cut) return t("inputs.cut", { name, seconds: MAX_SECONDS });
      return name ? t("inputs.your-sound", { name }) : t("inputs.recorded", { seconds: fixed(recorded, 1) });
    });
  }

  async function take(/** @type {File} */ file) {
    leave();
    try {
      await decode(file, file.name);
    } catch (error) {
      fail(error, file.name);
    }
  }

  function leave() {
    hush();
    recording?.cancel();
    recording = null;
    label();
  }

  function label() {
    listen.textContent = t(playing ? "inputs.stop" : "inputs.play");
    microphone.textContent = t(recording ? "inputs.stop-recording" : "inputs.record");
    microphone.classList.toggle("recording", Boolean(recording));
  }
  onLanguage(label);
  listen.classList.add("inputs-play");
  microphone.classList.add("inputs-record");
  const file = fileButton(words, "inputs.own-sound", ([f]) => take(f), {
    multiple: false,
    accept: "audio/*,video/*",
    glyph: "add",
  });
  const node = el("div", { class: "controls inputs-sources" }, made.node, microphone, file, listen);
  /** Which of the page's sounds is shown; "": one of the reader's. */
  const kind = () => made.value;
  return { node, take, leave, made: kind };
}
