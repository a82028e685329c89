// Jest runs modules in a context without import(). PGlite uses import() only for Node's own modules, which require() loads
// as well. The function has another name because PGlite declares a `require` in places.
module.exports = {
  process: (code) => ({
    code: `const nodeModule = require;${code.replace(/\bimport\((?=")/g, '(async(name)=>nodeModule(name))(')}`,
  }),
};
