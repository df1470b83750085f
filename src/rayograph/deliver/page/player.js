// Puts it together: loads frames, keeps time, listens to keys, and answers the address bar.

const el = (id) => document.getElementById(id);
const PLAY = "M4 2.5v11L13.5 8z", PAUSE = "M4 3h3v10H4zM9 3h3v10H9z";

class Player {
  constructor(shot) {
    this.shot = shot;
    this.count = shot.frames.length;
    this.index = 0;
    this.playing = false;
    this.wipe = 1;
    this.cache = [];
    this.bitmaps = new Map();
    this.blobs = document.querySelectorAll("script.frame");
    el("frame").style.setProperty("--aspect", `${shot.width} / ${shot.height}`);
    el("frame").style.setProperty("--ratio", shot.width / shot.height);
    this.stage = new Stage(el("picture"), shot);
    this.rig = new Rig(shot, () => this.refresh());
    el("scrub").max = this.count - 1;
    for (const pass of shot.passes) el("pass").append(new Option(pass.label, pass.name));
    this.listen();
  }

  listen() {
    el("play").addEventListener("click", () => this.toggle());
    el("back").addEventListener("click", () => this.step(-1));
    el("forward").addEventListener("click", () => this.step(1));
    el("reset").addEventListener("click", () => this.reset());
    el("copy").addEventListener("click", () => this.copy());
    el("scrub").addEventListener("input", () => { this.pause(); this.go(el("scrub").valueAsNumber); });
    el("pass").addEventListener("change", () => this.choosePass());
    el("speed").addEventListener("change", () => { this.started = null; });
    const wipe = el("wipe");
    wipe.addEventListener("pointerdown", (event) => wipe.setPointerCapture(event.pointerId));
    wipe.addEventListener("pointermove", (event) => {
      if (wipe.hasPointerCapture(event.pointerId)) this.wipeTo(this.place(event)[0]);
    });
    wipe.addEventListener("keydown", (event) => {
      const move = { ArrowLeft: -0.02, ArrowRight: 0.02 }[event.key];
      if (move) { this.wipeTo(this.wipe + move); event.stopPropagation(); event.preventDefault(); }
    });
    el("picture").addEventListener("pointermove", (event) => this.readout(...this.place(event)));
    el("picture").addEventListener("pointerleave", () => { el("readout").textContent = "\u00a0"; });
    document.addEventListener("keydown", (event) => this.key(event));
  }

  place(event) {
    const box = el("picture").getBoundingClientRect();
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const slider = event.target.matches?.("input, select");
    const actions = { w: () => this.nextPass(), r: () => this.reset(), b: () => el("bypass").click() };
    if (!event.target.matches?.("button")) actions[" "] = () => this.toggle();
    if (!slider || event.target === el("scrub")) {
      Object.assign(actions, {
        ArrowLeft: () => this.step(-1), ArrowRight: () => this.step(1),
        Home: () => this.go(0), End: () => this.go(this.count - 1),
      });
    }
    const light = this.rig.lights[Number(event.key) - 1];
    if (light) actions[event.key] = () => light.solo.click();
    if (actions[event.key]) { event.preventDefault(); actions[event.key](); }
  }

  // All frames, in order; the picture is up after the first.
  async load(first) {
    const states = this.shot.groups.map(() => ({}));
    for (let index = 0; index < this.count; index++) {
      const bytes = bytesOf(this.blobs[index].textContent);
      const lengths = this.shot.lengths[index];
      let at = 0;
      const parts = lengths.map((length) => bytes.subarray(at, (at += length)));
      const layers = [];
      for (let g = 0; g < states.length; g++) {
        layers.push(await texelsOf(parts[g], this.shot.width, this.shot.height, this.shot.coding, states[g]));
      }
      this.cache[index] = { layers, passes: parts.slice(states.length).map((part) => part.slice()) };
      this.blobs[index].remove();
      el("loaded").style.width = `${(100 * (index + 1)) / this.count}%`;
      if (index === first) this.go(first);
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  go(index) {
    if (!this.cache[index]) return;
    this.index = index;
    this.stage.showFrame(this.cache[index].layers);
    el("scrub").value = index;
    el("counter").textContent = `${this.shot.frames[index]}   ${index + 1} / ${this.count}`;
    el("scrub").setAttribute("aria-valuetext", `frame ${this.shot.frames[index]}`);
    this.refresh();
    return this.showPass();
  }

  refresh() {
    this.rig.show();
    this.stage.draw(this.rig.gains(), el("pass").value ? this.wipe : 1);
  }

  step(by) {
    this.pause();
    this.go((this.index + by + this.count) % this.count);
  }

  toggle() {
    if (this.playing) this.pause();
    else this.play();
  }

  play() {
    this.playing = true;
    this.started = null;
    el("play").ariaLabel = "Pause";
    el("play-shape").setAttribute("d", PAUSE);
    requestAnimationFrame((now) => this.tick(now));
  }

  pause() {
    this.playing = false;
    el("play").ariaLabel = "Play";
    el("play-shape").setAttribute("d", PLAY);
  }

  // The clock decides the frame, so a slow machine drops frames and keeps time.
  tick(now) {
    if (!this.playing) return;
    const rate = this.shot.fps * Number(el("speed").value);
    this.started ??= now - (this.index / rate) * 1000;
    const wanted = Math.floor(((now - this.started) / 1000) * rate) % this.count;
    if (wanted !== this.index) this.go(wanted);
    requestAnimationFrame((later) => this.tick(later));
  }

  choosePass() {
    const chosen = this.shot.passes.find((pass) => pass.name === el("pass").value);
    for (const bitmap of this.bitmaps.values()) bitmap.close();
    this.bitmaps.clear();
    el("wipe").hidden = el("tag-beauty").hidden = el("tag-pass").hidden = !chosen;
    el("tag-pass").textContent = chosen ? `${chosen.label} ${chosen.note}` : "";
    this.wipeTo(chosen && this.wipe >= 1 ? 0.5 : this.wipe);
    return this.showPass();
  }

  nextPass() {
    const menu = el("pass");
    menu.selectedIndex = (menu.selectedIndex + 1) % menu.options.length;
    this.choosePass();
  }

  get chosenPass() {
    return this.shot.passes.findIndex((pass) => pass.name === el("pass").value);
  }

  async showPass() {
    const which = this.chosenPass;
    if (which < 0) return this.refresh();
    const index = this.index, key = `${which} ${index}`;
    if (!this.bitmaps.has(key)) {
      const blob = new Blob([this.cache[index].passes[which]], { type: "image/webp" });
      this.bitmaps.set(key, await createImageBitmap(blob, { colorSpaceConversion: "none" }));
    }
    // The frame or the pass may have changed while this one was being unpacked.
    if (index !== this.index || which !== this.chosenPass || !this.bitmaps.has(key)) return;
    this.stage.showOther(this.bitmaps.get(key));
    this.refresh();
  }

  wipeTo(x) {
    this.wipe = Math.min(1, Math.max(0, x));
    el("wipe").style.left = `${this.wipe * 100}%`;
    el("wipe").setAttribute("aria-valuenow", Math.round(this.wipe * 100));
    this.refresh();
  }

  reset() {
    el("pass").value = "";
    this.choosePass();
    this.wipe = 1;
    this.rig.reset();
  }

  async copy() {
    await navigator.clipboard.writeText(this.rig.text());
    el("copy").textContent = "Copied";
    setTimeout(() => { el("copy").textContent = "Copy gains"; }, 1200);
  }

  // What is under the pointer, in numbers a grader uses.
  readout(u, v) {
    const { width, height } = this.shot, frame = this.cache[this.index];
    const x = Math.floor(u * width), y = Math.floor(v * height);
    if (!frame || x < 0 || y < 0 || x >= width || y >= height) return;
    const rgb = [0, 0, 0];
    this.rig.gains().forEach((gain, g) => {
      colourOf(frame.layers[g][y * width + x]).forEach((value, i) => { rgb[i] += gain[i] * value; });
    });
    const [wr, wg, wb] = this.shot.luminance, luminance = wr * rgb[0] + wg * rgb[1] + wb * rgb[2];
    const stops = luminance > 0 ? Math.log2(luminance / 0.18).toFixed(1) : "−∞";
    el("readout").textContent = `${x}, ${y}     ACEScg  ${rgb.map((value) => value.toFixed(3)).join("  ")}` +
      `     ${stops > 0 ? "+" : ""}${stops} stops from grey`;
  }

  // "#frame=1003&gain.sun=0&mired.lamp=50&gel.lamp=ff8000&exposure=1&pass=depth&wipe=0.5" sets the controls.
  async obey(wishes) {
    const put = (input, value) => { input.value = value; input.dispatchEvent(new Event("input")); };
    for (const [key, value] of wishes) {
      const [what, name] = key.split("."), light = this.rig.lights.find((one) => one.name === name);
      if (what === "exposure") put(this.rig.exposure, value);
      if (what === "bypass") el("bypass").click();
      if (!light) continue;
      if (what === "gain") put(light.gain, Math.sqrt(Number(value) / 4));
      if (what === "mired") put(light.mired, value);
      if (what === "gel") put(light.colour, `#${value}`);
      if (what === "solo" || what === "mute") light[what].click();
    }
    if (wishes.has("pass")) {
      el("pass").value = wishes.get("pass");
      await this.choosePass();
      if (wishes.has("wipe")) this.wipeTo(Number(wishes.get("wipe")));
    }
  }
}

function failed(error) {
  el("failure").textContent = error.message ?? String(error);
  el("failure").hidden = false;
}

// For tests: the canvas as text in the document.
function probe(player) {
  const out = document.createElement("pre");
  out.id = "probe";
  out.hidden = true;
  const text = Array.from(player.stage.pixels(), (byte) => String.fromCharCode(byte)).join("");
  out.textContent = btoa(text);
  document.body.append(out);
}

async function main() {
  const wishes = new URLSearchParams(location.hash.slice(1));
  const player = new Player(JSON.parse(el("shot").textContent));
  const first = Math.max(0, player.shot.frames.indexOf(Number(wishes.get("frame"))));
  await player.load(first);
  await player.obey(wishes);
  if (wishes.has("test")) probe(player);
  else if (!wishes.has("frame") && !matchMedia("(prefers-reduced-motion: reduce)").matches) player.play();
}

addEventListener("error", (event) => failed(event.error ?? event));
main().catch(failed);
