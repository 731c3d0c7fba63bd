// What is said where an address asks for more than settings.
export default {
  task: "Task",
  "task.names.file": "This link was made with pictures of “{one}” and “{zero}”: open the file {file}.",
  "task.names": "This link was made with pictures of “{one}” and “{zero}”.",
  "task.file": "This link was made with other pictures: open the file {file}.",
  "task.drawn":
    "This link was made with the built-in pictures. Yours are still here; the link’s settings apply to them.",
  "task.drawn.show": "Show the built-in ones",
};
