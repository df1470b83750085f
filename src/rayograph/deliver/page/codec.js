// Decodes the light groups (the twin of deliver/logdct.py) into shared-exponent texels, RGB9_E5.

const CODE_ZERO = 0.0729055341958355, CODE_TOP = 1.468, CODE_BREAK = 0.155251141552511;
const LEVELS = 8192, LEVEL = (LEVELS - 1) / (CODE_TOP - CODE_ZERO);

const ZIGZAG = Array.from({ length: 64 }, (_, i) => i)
  .sort((a, b) => (a >> 3) + (a & 7) - (b >> 3) - (b & 7) || (a >> 3) - (b >> 3));

const COSINE = new Float32Array(64); // [frequency * 8 + sample], orthonormal
for (let u = 0; u < 8; u++) {
  for (let x = 0; x < 8; x++) {
    COSINE[u * 8 + x] = Math.cos(((2 * x + 1) * u * Math.PI) / 16) * (u ? 0.5 : Math.SQRT1_2 / 2);
  }
}

const LINEAR = new Float32Array(LEVELS), EXPONENT = new Uint8Array(LEVELS), SCALE = new Float32Array(LEVELS);
for (let i = 0; i < LEVELS; i++) {
  const code = CODE_ZERO + i / LEVEL;
  LINEAR[i] = code <= CODE_BREAK ? (code - CODE_ZERO) / 10.5402377416545 : 2 ** (code * 17.52 - 9.72);
  let exponent = Math.max(-16, Math.floor(Math.log2(Math.max(LINEAR[i], 1e-9)))) + 16;
  if (Math.round(LINEAR[i] * 2 ** (24 - exponent)) > 511) exponent += 1;
  EXPONENT[i] = Math.min(exponent, 31);
  SCALE[i] = 2 ** (24 - EXPONENT[i]);
}

function bytesOf(base64) {
  const text = atob(base64.trim());
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

async function inflated(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

// Integers of one picture, [plane][zigzag frequency][block]. `previous` is changed in place and returned.
async function integersOf(packed, blocks, previous) {
  const data = await inflated(packed.subarray(2));
  const count = 3 * 64 * blocks, difference = packed[0] === 1;
  const values = previous ?? new Int16Array(count);
  let tail = count;
  for (let i = 0; i < count; i++) {
    let folded = data[i];
    if (folded === 255) { folded = data[tail] | (data[tail + 1] << 8); tail += 2; }
    const value = folded & 1 ? -((folded + 1) >> 1) : folded >> 1;
    values[i] = difference ? values[i] + value : value;
  }
  if (!difference) {
    for (let plane = 0; plane < 3; plane++) {
      const start = plane * 64 * blocks;
      for (let b = 1; b < blocks; b++) values[start + b] += values[start + b - 1];
    }
  }
  return values;
}

const rows = new Float32Array(64), samples = new Float32Array(64);

// Inverse DCT of one block into `samples`; zero coefficients, which are most, cost nothing.
function inverse(values, start, blocks, steps) {
  let used = 0;
  rows.fill(0);
  for (let f = 0; f < 64; f++) {
    const value = values[start + f * blocks];
    if (value === 0) continue;
    const place = ZIGZAG[f], v = place >> 3, u = place & 7, amount = value * steps[place];
    used |= 1 << v;
    for (let x = 0; x < 8; x++) rows[v * 8 + x] += amount * COSINE[u * 8 + x];
  }
  samples.fill(0);
  for (let v = 0; v < 8; v++) {
    if (!(used & (1 << v))) continue;
    for (let y = 0; y < 8; y++) {
      const weight = COSINE[v * 8 + y];
      for (let x = 0; x < 8; x++) samples[y * 8 + x] += weight * rows[v * 8 + x];
    }
  }
}

function levelOf(code) {
  const level = (code - CODE_ZERO) * LEVEL + 0.5;
  return level < 0 ? 0 : level >= LEVELS ? LEVELS - 1 : level | 0;
}

// Texels of one picture. `state` keeps the integers that the next picture may be a difference from.
async function texelsOf(packed, width, height, coding, state) {
  const across = (width + 7) >> 3, down = (height + 7) >> 3, blocks = across * down;
  state.values = await integersOf(packed, blocks, state.values);
  const step = coding.steps[packed[1]];
  const steps = Float32Array.from({ length: 64 }, (_, i) => step * (1 + coding.slope * ((i >> 3) + (i & 7))));
  const planes = [0, 1, 2].map(() => new Float32Array(64));
  const texels = new Uint32Array(width * height), half = coding.chroma / 2;
  for (let block = 0; block < blocks; block++) {
    for (let plane = 0; plane < 3; plane++) {
      inverse(state.values, plane * 64 * blocks + block, blocks, steps);
      planes[plane].set(samples);
    }
    const left = (block % across) * 8, top = ((block / across) | 0) * 8;
    const wide = Math.min(8, width - left), high = Math.min(8, height - top);
    for (let y = 0; y < high; y++) {
      for (let x = 0; x < wide; x++) {
        const at = y * 8 + x, luma = planes[0][at];
        const orange = planes[1][at] * half, green = planes[2][at] * half;
        const r = levelOf(luma - green + orange), g = levelOf(luma + green);
        const b = levelOf(luma - green - orange);
        const most = r > g ? (r > b ? r : b) : g > b ? g : b, scale = SCALE[most];
        texels[(top + y) * width + left + x] = ((LINEAR[r] * scale + 0.5) | 0) |
          (((LINEAR[g] * scale + 0.5) | 0) << 9) | (((LINEAR[b] * scale + 0.5) | 0) << 18) |
          (EXPONENT[most] << 27);
      }
    }
  }
  return texels;
}

// Linear ACEScg of one texel.
function colourOf(texel) {
  const scale = 2 ** ((texel >>> 27) - 24);
  return [(texel & 511) * scale, ((texel >> 9) & 511) * scale, ((texel >> 18) & 511) * scale];
}
