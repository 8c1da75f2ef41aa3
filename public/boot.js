// Makes the page live when the browser is at rest; where data are dear, only at the first touch
// of something that needs it. Until then, and without it, every page works as plain HTML.
const { glue, wasm } = document.querySelector("script[data-glue]").dataset;
const page = document.documentElement.dataset;
const net = navigator.connection;
const isDear = net && (net.saveData || /2g/.test(net.effectiveType));
const on = (kinds, act) => kinds.map((kind) => addEventListener(kind, act, true));
let begun;

// Once woken in this tab, the pages after it go on by themselves: a plain form that she sends
// meanwhile would end the download again and again.
function woken(now) {
  try {
    if (now) sessionStorage.live = glue;
    return sessionStorage.live === glue;
  } catch {
    return false;
  }
}

function start() {
  return (begun ??= (async () => {
    let app;
    try {
      app = await import(glue);
      await app.default({ module_or_path: wasm });
    } catch {
      page.stranded = "";
      return;
    }
    app.hydrate();
    page.hydrated = "true";
  })());
}

// What is marked needs the page to be live: a touch wakes it. A button that can do nothing
// before waits and is then pressed once; a form's own button goes its plain way at once.
on(["pointerdown", "focusin", "keydown", "click"], (event) => {
  if (page.hydrated || !event.target.closest?.("[data-live]")) return;
  woken(true);
  const started = start();
  const button = event.target.closest("button[type=button]");
  if (event.type !== "click" || !button) return;
  event.stopImmediatePropagation();
  started.then(() => page.hydrated && button.click());
});

// After a trap nobody knows what the WebAssembly holds: links and forms are plain HTML again.
const plain = (event) => event.stopImmediatePropagation();
on(["error", "unhandledrejection"], ({ error, reason }) => {
  if ((error ?? reason) instanceof WebAssembly.RuntimeError) on(["click", "submit"], plain);
});

// What shows itself only when it is live shows at once where it must be touched to wake.
if (isDear) page.dear = "";
if (!isDear || woken()) {
  if (window.requestIdleCallback) requestIdleCallback(start, { timeout: 3000 });
  // A module comes before `load`.
  else on(["load"], () => setTimeout(start, 200));
}
