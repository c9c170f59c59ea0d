// What the benchmark measures of the core, bundled once by bench.mjs.
export { parseDetermination } from '../server/src/determination/parse.ts';
export { RULES } from '../server/src/rules/index.ts';
export { checkDetermination, defaultContext } from '../server/src/rules/support/check.ts';
export { loadDictionary } from '../server/src/spelling/shipped.ts';
