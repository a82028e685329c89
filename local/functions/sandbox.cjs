// A child process that runs one app function, one call at a time, as on HubSpot: JSON in, JSON out.
const { setFlagsFromString } = require('node:v8');
const entry = process.argv[2];

// Node's HTTP parser is WebAssembly. To compile it a second time, optimized, takes more than a short process gains by it.
setFlagsFromString('--liftoff-only');

process.on('message', async ({ context }) => {
  try {
    const { main } = require(entry);
    if (typeof main !== 'function') throw new TypeError('customerPayload.main is not a function');
    const response = await main(context);
    // HubSpot passes the result on as JSON: undefined becomes null, and a value that is not serializable is an error.
    process.send({ ok: true, response: JSON.parse(JSON.stringify(response ?? null)) });
  } catch (error) {
    process.send({
      ok: false,
      message: String(error),
      stack: error instanceof Error ? error.stack : undefined,
    });
  }
});
