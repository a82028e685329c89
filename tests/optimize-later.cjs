// Loaded into every Node process of `npm test`, Jest's own and those that tests start (`scripts/test.mjs`).
const { setFlagsFromString } = require('node:v8');

// V8 optimizes a function once it has run through so many bytes of its bytecode, 132 KB by default: with that, a quarter of
// a process that lives for seconds goes to compiling. Jest loads the modules anew for each file, so that a worker's code is as
// short-lived. The V8 of Node 22 counts calls instead, and prints an error for this flag.
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 22) setFlagsFromString('--interrupt-budget=1000000');
// WebAssembly (Node's HTTP parser, the embedded database) is not compiled a second time, optimized.
setFlagsFromString('--liftoff-only');
