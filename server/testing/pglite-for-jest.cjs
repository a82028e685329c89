// Jest runs modules in a context without import(). PGlite imports nothing by it but Node's own modules, which require()
// gives as well; under a name of its own, as PGlite declares a `require` in places.
module.exports = {
  process: (code) => ({
    code: `const nodeModule = require;${code.replace(/\bimport\((?=")/g, '(async(name)=>nodeModule(name))(')}`,
  }),
};
