// Sounds from the microphone or from files.
export default {
  "sound.title": "为“{name}”录音",
  "sound.hold": "按住录音",
  "sound.help":
    "按住按钮或空格键：每录满一秒就得到一张图片。轻点一下，录一秒。页面关闭之前，点图片可以听到它的声音。",
  "sound.made":
    "每一秒声音（采样率 8 kHz）经短时傅里叶变换成为频谱图：{px} × {px} 像素，向右是时间，向上是音高（最高 4 kHz），从 −{floor} dB（黑）到 0 dB（白）。",
  "sound.became":
    "每一秒声音（采样率 8 kHz）已经短时傅里叶变换成为频谱图：{px} × {px} 像素，向右是时间，向上是音高（最高 4 kHz），从 −{floor} dB（黑）到 0 dB（白）。点一张，就能听到它。",
  "sound.last": "最近一段声音的频谱图",
  "sound.nothing": "还没有录音",
  "sound.pitch": "↑ 音高（至 4 kHz）",
  "sound.time": "→ 时间（1 s）",
  "sound.play": "播放",
  "sound.undo": "撤销上一段",
  "sound.done": "完成",
  "sound.added.one": "已添加 1 段声音",
  "sound.added.other": "已添加 {n} 段声音",
  "sound.name": "声音 {n}",
  "sound.part": "{name}，第 {n} 秒",
  "sound.asking": "浏览器正在询问是否允许本页使用麦克风。",
  "sound.refused": "麦克风被拒绝。请在浏览器地址栏旁允许本页使用麦克风，然后重试。",
  "sound.absent": "没有找到麦克风。请接上麦克风，然后重试。",
  "sound.taken": "麦克风打不开，可能正被别的程序占用。请关闭那个程序，然后重试。",
  "sound.lost": "麦克风已断开。已经录好的声音都还在。",
  "sound.hidden": "页面不可见时，麦克风已自动关闭。已经录好的声音都还在。",
  "sound.none": "这个浏览器不让本页使用麦克风。可以改为选择或拖入声音文件。",
  "sound.failed": "麦克风无法打开。",
  "sound.silent": "没有听到声音。麦克风是不是静音了？",
  "refused.sound-undecodable": "这个浏览器读不了这段声音，请另存为 WAV 或 MP3。",
  "refused.sound-big": "文件超过 {megabytes} MB，声音太长，请截取一小段。",
  "refused.sound-silent": "里面没有声音。",
};
