// A camera as a source of frames: switched on by a click, off when it is closed, the page is hidden or it is unplugged.
import { el } from "../../ui/elements.js";

const WIDTH = 640;
const HEIGHT = 480;

/** Why there is no picture, by the names of getUserMedia's errors; each is a key of the words. @type {Record<string, string>} */
const REASONS = {
  NotAllowedError: "refused",
  SecurityError: "refused",
  NotFoundError: "none",
  OverconstrainedError: "none",
  NotReadableError: "busy",
  AbortError: "busy",
};

/** Whether this page may ask for a camera at all: browsers give one to secure addresses only. */
export const cameraPossible = () => Boolean(navigator.mediaDevices?.getUserMedia);

export class Camera {
  /** What the camera sees. @type {HTMLVideoElement} */
  video = el("video", { muted: true, playsinline: true, disablepictureinpicture: true });
  /** @type {MediaStream | null} */
  #stream = null;
  #asked = 0; // how often: what comes after a newer wish, or after close(), is switched off again

  /** @param {(reason: string | null) => void} onEnd it was on and is off: null, "hidden", "unplugged", "failed" */
  constructor(onEnd) {
    this.onEnd = onEnd;
    this.video.muted = true; // the attribute alone does not count for an element made by script
    document.addEventListener("visibilitychange", () => document.hidden && this.close("hidden"));
  }

  get on() {
    return this.#stream !== null;
  }

  /** The one in use, or "". */
  get id() {
    return this.#settings.deviceId ?? "";
  }

  /** People know themselves from the mirror: a camera that looks at them is shown mirrored. Its pictures are not. */
  get mirrored() {
    return this.#settings.facingMode !== "environment";
  }

  /** @returns {MediaTrackSettings} */
  get #settings() {
    return this.#stream?.getVideoTracks()[0]?.getSettings() ?? {};
  }

  /** Switches it on: the one with this id, else the back camera where there are two.
   *  @param {string} [id] @returns {Promise<string | null>} why not, or null: it is on, or no longer wanted */
  async open(id = "") {
    this.#stop();
    const asked = ++this.#asked;
    if (!cameraPossible()) return "insecure";
    const which = id ? { deviceId: { exact: id } } : { facingMode: { ideal: "environment" } };
    const video = { width: { ideal: WIDTH }, height: { ideal: HEIGHT }, ...which };
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ video, audio: false });
      if (asked !== this.#asked) return stop(stream);
      this.#start(stream);
      await this.video.play();
      return null;
    } catch (error) {
      if (asked !== this.#asked) return null;
      this.#stop();
      return REASONS[/** @type {Error} */ (error).name] ?? "busy";
    }
  }

  /** @param {MediaStream} stream */
  #start(stream) {
    this.#stream = stream;
    this.video.srcObject = stream;
    stream.getVideoTracks()[0].addEventListener("ended", () => {
      if (this.#stream === stream) this.close("unplugged");
    });
  }

  /** Switches it off. @param {string | null} [reason] */
  close(reason = null) {
    this.#asked++;
    if (!this.on) return;
    this.#stop();
    this.onEnd(reason);
  }

  #stop() {
    if (this.#stream) stop(this.#stream);
    this.#stream = this.video.srcObject = null;
  }

  /** The frame that is seen now, as large as the camera gives it; null before the first.
   *  @returns {Promise<ImageBitmap | null>} */
  async frame() {
    if (!this.on || this.video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return null;
    return createImageBitmap(this.video);
  }

  /** All cameras there are; their names are known once one has been allowed. @returns {Promise<MediaDeviceInfo[]>} */
  async others() {
    const devices = await navigator.mediaDevices.enumerateDevices();
    return devices.filter(({ kind, deviceId }) => kind === "videoinput" && deviceId);
  }
}

/** @param {MediaStream} stream @returns {null} */
function stop(stream) {
  for (const track of stream.getTracks()) track.stop();
  return null;
}
