// What the benchmark measures of the core, bundled once by bench.mjs.

export { checkDetermination, defaultContext } from '../server/src/checking/check.ts';
export { parseDetermination, readThrough } from '../server/src/determination/parse.ts';
export { RULES } from '../server/src/rules/index.ts';
export { loadDictionary } from '../server/src/wording/spelling/shipped.ts';
