// Makes the page live when the browser is at rest; where data are dear, only at the first touch
// of something that needs it. Until then, and without it, every page works as plain HTML.
const { glue, wasm } = document.querySelector("script[data-glue]").dataset;
const net = navigator.connection;
const touches = ["pointerdown", "focusin", "keydown"];
let begun;

async function start() {
  if (begun) return;
  begun = true;
  let app;
  try {
    app = await import(glue);
    await app.default({ module_or_path: wasm });
  } catch {
    return;
  }
  app.hydrate();
  document.documentElement.dataset.hydrated = "true";
}

if (net && (net.saveData || /2g/.test(net.effectiveType)))
  for (const touch of touches)
    addEventListener(touch, (event) => event.target.closest?.("[data-live]") && start(), true);
else if (window.requestIdleCallback) requestIdleCallback(start, { timeout: 3000 });
else if (document.readyState === "complete") setTimeout(start, 200);
else addEventListener("load", () => setTimeout(start, 200));
