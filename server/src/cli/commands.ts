/** What the commands do: a bundle of its own, which `imr` loads when one is called, and which each of its threads is. */
import { isMainThread } from 'node:worker_threads';
import { watchOutput } from './output.ts';
import { joinCrew } from './workerThread.ts';

export { check } from './check.ts';
export { explain } from './explain.ts';
export { explainSentence } from './explainSentence.ts';
export { exportLetters } from './export.ts';
export { extract, extractListed } from './extract.ts';
export { guidelines } from './guidelines.ts';
export { precedents } from './precedents.ts';
export { ready } from './ready.ts';
export { report } from './report.ts';
export { isRule, noSuchRule } from './ruleNames.ts';
export { rules } from './rules.ts';
export { text } from './text.ts';

if (isMainThread) watchOutput();
else joinCrew();
