// A server of our own for each worker: a fresh database with the programme and a facilitator, on
// a port that the system chose. Left to others: what is asked of it.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, open, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { AHEAD_MS, LOGOS, hubs, programme } from "./programme.js";

const BINARY = process.env.MAWID_BIN ?? fileURLToPath(new URL("../../target/debug/mawid", import.meta.url));
const READY_ATTEMPTS_MAX = 200;

/** The facilitator of both hubs. */
export const FACILITATOR = { email: "facilitator@mawid.example", password: "medina-door-lantern-4172" };

/** A running `mawid serve` and its database. */
export class Server {
  #process;
  #folder;
  #trusting;

  /** Makes the database, fills it and serves it; it believes every form, unless told not to. */
  static async start({ trusting = true } = {}) {
    const server = new Server();
    server.#trusting = trusting;
    server.#folder = await mkdtemp(path.join(tmpdir(), "mawid-end2end-"));
    await server.#fill();
    await server.#serve("127.0.0.1:0");
    return server;
  }

  /** Stops, as an operator would, and serves the same database at the same address again. */
  async restart() {
    await this.#stop();
    await this.#serve(new URL(this.base).host);
  }

  /** Stops and removes everything. */
  async end() {
    await this.#stop();
    await rm(this.#folder, { recursive: true });
  }

  /** What `mawid check` reads in the database, per pool of seats and of broken promises. */
  async check() {
    const { code, output } = await this.#mawid(["check", "--json"]);
    if (code !== 0 && code !== 2) throw new Error(`mawid check ended with ${code}: ${output}`);
    return JSON.parse(output);
  }

  /** Seats taken and people waiting in one pool. */
  async pool(slug) {
    const { seats } = await this.check();
    const found = seats.find((pool) => pool.slug === slug);
    if (!found) throw new Error(`mawid check does not name ${slug}`);
    return found;
  }

  /** All that the server has logged so far. */
  log() {
    return readFile(path.join(this.#folder, "log.jsonl"), "utf8");
  }

  async #fill() {
    const file = path.join(this.#folder, "programme.toml");
    await writeFile(file, programme());
    await cp(LOGOS, path.join(this.#folder, "logos"), { recursive: true });
    await this.#succeed(["import", file]);
    const account = ["account", "create", "--email", FACILITATOR.email, "--role", "facilitator"];
    const assigned = hubs().flatMap((hub) => ["--hub", hub]);
    await this.#succeed([...account, ...assigned, "--password-stdin"], FACILITATOR.password);
  }

  async #succeed(words, input) {
    const { code, output, errors } = await this.#mawid(words, input);
    if (code !== 0) throw new Error(`mawid ${words.join(" ")} ended with ${code}:\n${output}${errors}`);
  }

  async #mawid(words, input = "") {
    const child = spawn(BINARY, [...words, "--database", this.#database()], { cwd: this.#folder });
    const closed = once(child, "close");
    const output = text(child.stdout);
    const errors = text(child.stderr);
    // A command that reads nothing may end before it is written to.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
    const [code] = await closed;
    return { code, output: await output, errors: await errors };
  }

  async #serve(listen) {
    const log = await open(path.join(this.#folder, "log.jsonl"), "a");
    const words = ["serve", "--database", this.#database(), "--listen", listen];
    const env = { ...process.env, MAWID_TRUST_FORMS: String(this.#trusting) };
    const child = spawn(BINARY, words, { cwd: this.#folder, env, stdio: ["ignore", "pipe", log.fd] });
    await log.close();
    this.#process = child;
    this.base = await announced(child, () => this.log());
    await ready(this.base);
    await this.later(0);
  }

  /** Puts the clock further ahead, for all that is told from then on. */
  async later(ms) {
    const answer = await fetch(`${this.base}/testing/clock`, { method: "POST", body: String(AHEAD_MS + ms) });
    if (!answer.ok) throw new Error(`the clock cannot be put: ${answer.status}; build with --features testing`);
  }

  async #stop() {
    const child = this.#process;
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    const [code, signal] = await ended;
    if (code !== 0) throw new Error(`mawid serve ended with ${code ?? signal}: ${await this.log()}`);
  }

  #database() {
    return `sqlite:${path.join(this.#folder, "mawid.sqlite")}`;
  }
}

async function text(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString();
}

// The server says where it listens once it does.
async function announced(child, log) {
  for await (const line of createInterface({ input: child.stdout })) {
    const found = line.match(/listening on (127\.0\.0\.1:\d+)/);
    if (found) {
      child.stdout.resume();
      return `http://${found[1]}`;
    }
  }
  throw new Error(`mawid serve ended before it listened: ${await log()}`);
}

async function ready(base) {
  for (let attempt = 0; attempt < READY_ATTEMPTS_MAX; attempt += 1) {
    const answer = await fetch(`${base}/readyz`);
    if (answer.ok) return;
  }
  throw new Error(`${base}/readyz never said that it is ready`);
}
