// Nothing may go wrong unseen: whatever a browser complains about fails the test that it happened
// in. Left to others: what the test itself expects.

const HERE = /^(data|blob|about):/;

/** Watches all pages of one test. */
export class Guard {
  #faults = [];
  #allowed = [];
  /** Every address that was asked for or shown, in order. */
  addresses = [];

  /** Lets the browser complain about this. */
  allow(pattern) {
    this.#allowed.push(pattern);
  }

  /** Watches a context and every page of it. */
  async watch(context, base) {
    context.on("request", (request) => this.#asked(request.url(), base));
    context.on("response", (answer) => {
      if (answer.status() >= 500) this.#tell(`answer ${answer.status()} from ${answer.url()}`);
    });
    context.on("console", (message) => this.#said(message));
    context.on("weberror", (error) => this.#tell(`page error: ${error.error()?.stack ?? error.error()}`));
    context.on("page", (page) => {
      page.on("framenavigated", (frame) => this.addresses.push(frame.url()));
      page.on("crash", () => this.#tell("the page crashed"));
    });
    await context.addInitScript(() => {
      addEventListener("securitypolicyviolation", (violation) => {
        console.error(`policy violation: ${violation.violatedDirective} ${violation.blockedURI}`);
      });
    });
  }

  /** Fails if a browser complained. */
  verify() {
    const faults = this.#faults.filter((fault) => !this.#allowed.some((pattern) => pattern.test(fault)));
    if (faults.length > 0) throw new Error(`the browser complained:\n${faults.join("\n")}`);
  }

  #asked(address, base) {
    this.addresses.push(address);
    if (!address.startsWith(base) && !HERE.test(address)) this.#tell(`asked another host: ${address}`);
  }

  #said(message) {
    if (message.type() !== "error" && message.type() !== "warning") return;
    this.#tell(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  }

  #tell(fault) {
    this.#faults.push(fault);
  }
}
