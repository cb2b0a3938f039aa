/** A host for one app after another: meets the frame, answers its calls as the test says, keeps what it is told. */
const stage = { answers: {}, log: [], actions: [], isShown: false };
let port;

function answerTo({ query, run }) {
  const told = stage.answers[query];
  if (told === undefined)
    return {
      error: {
        code: "NotFound",
        message: `No answer for ${query}`,
        detail: {},
      },
    };
  if ("error" in told)
    return { error: { code: "QueryFailed", message: told.error, detail: {} } };
  const rest = {
    columns: [],
    truncated: false,
    limit: 100_000,
    affectedRows: null,
    metadata: {},
    seconds: 0,
  };
  return { value: { run, data: told.data, ...rest } };
}

function hear({ data }) {
  if (data.type === "shown") stage.isShown = true;
  if (data.type === "log") stage.log.push(data.entry);
  if (data.type !== "call") return;
  if (data.request.name === "act") stage.actions.push(data.request.action);
  const answer =
    data.request.name === "run-query"
      ? answerTo(data.request)
      : { value: null };
  port.postMessage({ type: "reply", call: data.call, ...answer });
}

/** Shows an app in a fresh frame, sandboxed as every frame is. */
stage.open = (init, answers) => {
  document.querySelector("iframe")?.remove();
  port?.close();
  Object.assign(stage, { answers, log: [], actions: [], isShown: false });
  const frame = document.createElement("iframe");
  frame.sandbox = "allow-scripts";
  frame.src = "/frame";
  addEventListener("message", function meet(event) {
    if (event.source !== frame.contentWindow || event.data?.tooljet !== "ready")
      return;
    removeEventListener("message", meet);
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = hear;
    frame.contentWindow.postMessage({ tooljet: "connect" }, "*", [
      channel.port2,
    ]);
    port.postMessage(init);
  });
  document.body.append(frame);
};
window.stage = stage;
