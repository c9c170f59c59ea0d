import type { Find } from './find.ts';
import { strayCapital } from './partedSubject.ts';

/** Names that are always written so. */
const NAMES =
  'January February April June July September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday California American Americans English Spanish MRI EMG EKG NSAID NSAIDs MTUS ACOEM';

/** 'in july', 'an Mri': a name without its capitals. */
const nameSlip =
  (name: string): Find =>
  (sentence, at) => {
    const { tokens } = sentence.reading;
    const written = tokens.written(at);
    const isRight = written === name || written === written.toUpperCase();
    // 'www.california.gov'
    if (isRight || tokens.isGlued(at) || (tokens.isGlued(at + 1) && !tokens.isMark(at + 1))) return null;
    if (tokens.isGlued(at + 1) && tokens.isGlued(at + 2) && tokens.isWord(at + 2)) return null;
    return { first: at, end: at + 1, message: `Use “${name}”, not “${written}”.`, rights: [name] };
  };

/** They have a capital where a sentence begins, and in no name. */
const NEVER_IN_MID =
  'when his her there this these it they however two three four five six seven eight nine ten twelve was were are has have had not and or but for from by which because after before that while';

/** What is looked for at which words. */
export const CAPITALS: readonly (readonly [string, Find])[] = [
  ...NAMES.split(' ').map((name) => [name.toLowerCase(), nameSlip(name)] as const),
  ...NEVER_IN_MID.split(' ').map((word) => [word, strayCapital] as const),
];
