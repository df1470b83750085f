// The picture: sums the light groups on the GPU, exposes, and shows them through OCIO's own ACES view.

const VERTEX = `#version 300 es
out vec2 uv;
void main() {
  vec2 corner = vec2(float((gl_VertexID << 1) & 2), float(gl_VertexID & 2));
  uv = vec2(corner.x, 1.0 - corner.y);
  gl_Position = vec4(corner * 2.0 - 1.0, 0.0, 1.0);
}`;

const HEAD = `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
precision highp sampler2DArray;
`;

const MAIN = `
uniform sampler2DArray groups;
uniform sampler2D other;
uniform vec3 gains[8];
uniform int count;
uniform float wipe;
in vec2 uv;
out vec4 colour;
void main() {
  vec3 light = vec3(0.0);
  for (int i = 0; i < count; i++) light += gains[i] * texture(groups, vec3(uv, float(i))).rgb;
  colour = uv.x < wipe ? vec4(view(vec4(light, 1.0)).rgb, 1.0) : vec4(texture(other, uv).rgb, 1.0);
}`;

class Stage {
  constructor(canvas, shot) {
    const options = { alpha: false, antialias: false, depth: false, preserveDrawingBuffer: true };
    const gl = canvas.getContext("webgl2", options);
    if (!gl) throw new Error("This page needs WebGL 2, which this browser does not offer.");
    this.gl = gl;
    this.shot = shot;
    canvas.width = shot.width;
    canvas.height = shot.height;
    this.program = this.linked(HEAD + shot.view.source + MAIN);
    gl.useProgram(this.program);
    gl.bindVertexArray(gl.createVertexArray());
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 4);
    this.groups = this.texture(0, gl.TEXTURE_2D_ARRAY, gl.LINEAR, "groups");
    gl.texStorage3D(gl.TEXTURE_2D_ARRAY, 1, gl.RGB9_E5, shot.width, shot.height, shot.groups.length);
    this.other = this.texture(1, gl.TEXTURE_2D, gl.LINEAR, "other");
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, 1, 1, 0, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
    shot.view.tables.forEach((table, index) => {
      this.texture(2 + index, gl.TEXTURE_2D, gl.NEAREST, table.sampler);
      const [inner, outer] = table.channels === 1 ? [gl.R32F, gl.RED] : [gl.RGB32F, gl.RGB];
      const values = new Float32Array(bytesOf(table.values).buffer);
      gl.texImage2D(gl.TEXTURE_2D, 0, inner, table.width, table.height, 0, outer, gl.FLOAT, values);
    });
    gl.uniform1i(this.at("count"), shot.groups.length);
  }

  at(name) {
    return this.gl.getUniformLocation(this.program, name);
  }

  linked(fragment) {
    const gl = this.gl, program = gl.createProgram();
    for (const [kind, source] of [[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, fragment]]) {
      const shader = gl.createShader(kind);
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) throw new Error(gl.getShaderInfoLog(shader));
      gl.attachShader(program, shader);
    }
    gl.linkProgram(program);
    if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program));
    return program;
  }

  texture(unit, target, filter, sampler) {
    const gl = this.gl, texture = gl.createTexture();
    gl.activeTexture(gl.TEXTURE0 + unit);
    gl.bindTexture(target, texture);
    gl.texParameteri(target, gl.TEXTURE_MIN_FILTER, filter);
    gl.texParameteri(target, gl.TEXTURE_MAG_FILTER, filter);
    gl.texParameteri(target, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(target, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    gl.uniform1i(this.at(sampler), unit);
    return texture;
  }

  // The groups of one frame, as texels.
  showFrame(layers) {
    const gl = this.gl, { width, height } = this.shot;
    gl.activeTexture(gl.TEXTURE0);
    layers.forEach((texels, layer) => gl.texSubImage3D(
      gl.TEXTURE_2D_ARRAY, 0, 0, 0, layer, width, height, 1, gl.RGB, gl.UNSIGNED_INT_5_9_9_9_REV, texels));
  }

  // The pass that lies beyond the wipe.
  showOther(bitmap) {
    const gl = this.gl;
    gl.activeTexture(gl.TEXTURE1);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, gl.RGBA, gl.UNSIGNED_BYTE, bitmap);
  }

  draw(gains, wipe) {
    const gl = this.gl;
    gl.viewport(0, 0, this.shot.width, this.shot.height);
    gl.uniform3fv(this.at("gains"), gains.flat());
    gl.uniform1f(this.at("wipe"), wipe);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
  }

  // What is on the canvas, top row first, as bytes.
  pixels() {
    const gl = this.gl, { width, height } = this.shot;
    const below = new Uint8Array(width * height * 4), out = new Uint8Array(width * height * 3);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, below);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const from = ((height - 1 - y) * width + x) * 4, to = (y * width + x) * 3;
        out.set(below.subarray(from, from + 3), to);
      }
    }
    return out;
  }
}
