// Sounds from the microphone or from files.
export default {
  "sound.title": "Sounds for “{name}”",
  "sound.title.test": "A sound to test",
  "sound.hold": "Hold to record",
  "sound.help":
    "Hold the button or Space: every second becomes a picture. A tap records one second. Tap the picture later to hear it, as long as the page is open.",
  "sound.made":
    "Each second at 8 kHz becomes its spectrogram, a short-time Fourier transform: {px} × {px} pixels, time to the right, pitch upwards to 4 kHz, from −{floor} dB (black) to 0 dB (white).",
  "sound.became":
    "Each second at 8 kHz became its spectrogram, a short-time Fourier transform: {px} × {px} pixels, time to the right, pitch upwards to 4 kHz, from −{floor} dB (black) to 0 dB (white). Tap one to hear it.",
  "sound.last": "Spectrogram of the last sound",
  "sound.nothing": "Nothing is recorded yet",
  "sound.pitch": "↑ pitch, to 4 kHz",
  "sound.time": "→ time, 1 s",
  "sound.play": "Play",
  "sound.undo": "Undo the last",
  "sound.done": "Done",
  "sound.added.one": "1 sound added",
  "sound.added.other": "{n} sounds added",
  "sound.name": "sound {n}",
  "sound.part": "{name}, second {n}",
  "sound.asking": "The browser asks whether this page may use the microphone.",
  "sound.refused":
    "The microphone was refused. Allow it for this page, beside its address in the browser, then try again.",
  "sound.absent": "There is no microphone. Connect one, then try again.",
  "sound.taken":
    "The microphone does not open; another program may be using it. Close that one, then try again.",
  "sound.lost": "The microphone has gone. What was recorded stays.",
  "sound.hidden": "The microphone went off while the page was out of sight. What was recorded stays.",
  "sound.none": "This browser gives the page no microphone. Sound files can be chosen or dropped instead.",
  "sound.failed": "The microphone could not be opened.",
  "sound.silent": "Nothing was heard. Is the microphone muted?",
  "refused.sound-undecodable":
    "there is no sound in it that this browser can read; save it anew, as WAV or MP3.",
  "refused.sound-big": "with more than {megabytes} MB the sound is too long; save a shorter piece of it.",
  "refused.sound-silent": "there is nothing to hear in it.",
};
