// Runs the study as wasm: node run.mjs path/to/heapstudy.wasm
import { readFile } from "node:fs/promises";

const start = process.hrtime.bigint();
let memory;
const host = {
  now_ns: () => Number(process.hrtime.bigint() - start),
  say: (at, length) => console.log(new TextDecoder().decode(new Uint8Array(memory.buffer, at, length))),
};
const { instance } = await WebAssembly.instantiate(await readFile(process.argv[2]), { host });
memory = instance.exports.memory;
instance.exports.main();
