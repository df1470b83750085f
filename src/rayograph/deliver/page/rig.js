// The controls of the lights: what each slider says becomes one linear ACEScg gain per group.

function stopsText(gain) {
  if (gain <= 0) return "off";
  const stops = Math.log2(gain);
  return `${stops < 0 ? "−" : "+"}${Math.abs(stops).toFixed(2)} stop`;
}

// sRGB "#rrggbb" as a filter in linear ACEScg, its largest part 1: a gel takes light away.
function filterOf(hex, matrix) {
  const linear = [1, 3, 5].map((i) => {
    const code = parseInt(hex.slice(i, i + 2), 16) / 255;
    return code <= 0.04045 ? code / 12.92 : ((code + 0.055) / 1.055) ** 2.4;
  });
  const colour = matrix.map((row) => Math.max(0, row.reduce((sum, weight, i) => sum + weight * linear[i], 0)));
  const most = Math.max(...colour, 1e-6);
  return colour.map((value) => value / most);
}

class Light {
  constructor(group, rig) {
    const node = document.getElementById("light").content.cloneNode(true).firstElementChild;
    const find = (selector) => node.querySelector(selector);
    this.name = group.name;
    this.rig = rig;
    this.node = node;
    this.gain = find(".gain");
    this.mired = find(".mired");
    this.colour = find(".colour");
    this.solo = find(".solo");
    this.mute = find(".mute");
    this.stops = find(".stops");
    this.shift = find(".shift");
    node.style.setProperty("--colour", group.colour);
    node.setAttribute("aria-label", `Light ${group.name}`);
    find("h3").textContent = group.name.replaceAll("_", " ");
    find("h3").title = group.lights.join(", ");
    this.gain.setAttribute("aria-label", `Level of ${group.name}`);
    this.mired.setAttribute("aria-label", `Warmth of ${group.name} in mired`);
    this.colour.setAttribute("aria-label", `Gel on ${group.name}`);
    this.solo.setAttribute("aria-label", `Solo ${group.name}`);
    this.mute.setAttribute("aria-label", `Mute ${group.name}`);
    for (const input of [this.gain, this.mired, this.colour]) {
      input.addEventListener("input", () => { rig.bypass.ariaPressed = "false"; rig.changed(); });
    }
    for (const button of [this.solo, this.mute]) {
      button.addEventListener("click", () => {
        button.ariaPressed = button.ariaPressed === "true" ? "false" : "true";
        rig.changed();
      });
    }
    this.gain.addEventListener("dblclick", () => { this.gain.value = 0.5; rig.changed(); });
    this.mired.addEventListener("dblclick", () => { this.mired.value = 0; rig.changed(); });
  }

  // The slider runs 0 to 4 times, 1 in the middle: perceptually even enough to feel like a fader.
  get level() {
    return 4 * this.gain.valueAsNumber ** 2;
  }

  set level(times) {
    this.gain.value = Math.sqrt(times / 4);
  }

  reset() {
    this.gain.value = 0.5;
    this.mired.value = 0;
    this.colour.value = "#ffffff";
    this.solo.ariaPressed = this.mute.ariaPressed = "false";
  }

  heard(anySolo) {
    return anySolo ? this.solo.ariaPressed === "true" : this.mute.ariaPressed !== "true";
  }

  rgb(anySolo) {
    const { shot } = this.rig, shift = this.mired.valueAsNumber;
    const warmth = shot.mired[Math.round((shift + 150) / 5)];
    const filter = filterOf(this.colour.value, shot.rec709_to_ap1);
    const white = filterOf("#ffffff", shot.rec709_to_ap1);
    const level = this.heard(anySolo) ? this.level : 0;
    return [0, 1, 2].map((i) => (level * warmth[i] * filter[i]) / white[i]);
  }

  show(anySolo) {
    const shift = this.mired.valueAsNumber;
    this.stops.textContent = stopsText(this.level);
    this.gain.setAttribute("aria-valuetext", stopsText(this.level));
    this.gain.style.setProperty("--at", `${this.gain.valueAsNumber * 100}%`);
    this.shift.textContent = shift === 0 ? "as lit" : `${shift < 0 ? "−" : "+"}${Math.abs(shift)} mired`;
    this.node.classList.toggle("off", !this.heard(anySolo) || this.level === 0);
  }
}

class Rig {
  constructor(shot, changed) {
    this.shot = shot;
    this.changed = changed;
    this.exposure = document.getElementById("exposure");
    this.value = document.getElementById("exposure-value");
    this.lights = shot.groups.map((group) => new Light(group, this));
    document.getElementById("lights").append(...this.lights.map((light) => light.node));
    this.bypass = document.getElementById("bypass");
    this.bypass.addEventListener("click", () => {
      this.bypass.ariaPressed = this.bypassed ? "false" : "true";
      changed();
    });
    this.exposure.addEventListener("input", () => { this.bypass.ariaPressed = "false"; changed(); });
    this.exposure.addEventListener("dblclick", () => { this.exposure.value = 0; changed(); });
  }

  get anySolo() {
    return this.lights.some((light) => light.solo.ariaPressed === "true");
  }

  get bypassed() {
    return this.bypass.ariaPressed === "true";
  }

  // One [r, g, b] per group, exposure included.
  gains() {
    if (this.bypassed) return this.lights.map(() => [1, 1, 1]);
    const exposed = 2 ** this.exposure.valueAsNumber;
    return this.lights.map((light) => light.rgb(this.anySolo).map((value) => value * exposed));
  }

  // For a compositor: what to multiply each pass with.
  text() {
    const numbers = this.gains().map((rgb) => rgb.map((value) => value.toFixed(5)).join(" "));
    return numbers.map((line, i) => `light_${this.lights[i].name} ${line}`).join("\n");
  }

  reset() {
    this.bypass.ariaPressed = "false";
    this.exposure.value = 0;
    for (const light of this.lights) light.reset();
    this.changed();
  }

  show() {
    const stops = this.exposure.valueAsNumber;
    this.value.textContent = stopsText(2 ** stops);
    this.exposure.setAttribute("aria-valuetext", stopsText(2 ** stops));
    this.exposure.style.setProperty("--at", `${((stops + 6) / 12) * 100}%`);
    for (const light of this.lights) light.show(this.anySolo);
  }
}
