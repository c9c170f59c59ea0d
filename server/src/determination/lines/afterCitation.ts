import type { Prose } from '../../text/prose.ts';
import { sentencesIn } from '../readers/shared/sentences.ts';

/** A list of sections has no finite verb: 'Section(s): Special Studies, was applied', '…, which are part of the MTUS'. */
const PREDICATE =
  /[ ,]{1,2}\(?(?:which|that|as) (?:is|are|was|were|has|have|had|form|forms|read|cited|applied|quoted|given|used|interpreted|understood)\b|[ ,]{1,2}(?:is|are|was|were|has|have|had|does|do|did|will|would|may|might|could|cannot) (?=[a-z])/;
/** A sentence of prose: it has a finite verb, and does not begin like a title. */
const BEGINS =
  /^["“(]?(?:No|None|Nothing|Neither|The|This|That|These|Those|It|I|We|He|She|They|There|In|On|At|As|Although|Because|Since|However|Here|Both|All)\b/;
const VERB =
  /\b(?:is|are|was|were|be|been|has|have|had|does|do|did|will|would|may|might|can|could|cannot|should|must|not|agrees?|applies|applied|states?|stated|recommends?|supports?|says|finds?|found|cited|used|consulted|relied|relies)\b/i;

/** Where prose begins after what a guideline part cites between two of its indexes; `end` where none does. */
export function endOfCited(body: Prose, kind: 'mtus' | 'free', start: number, end: number): number {
  for (const [i, sentence] of sentencesIn(body.slice(start, end)).entries()) {
    const from = sentence.from - body.from;
    if (i > 0 && BEGINS.test(sentence.text) && VERB.test(sentence.text)) return from;
    // Titles of books and web pages have verbs: 'What is an electrocardiogram?'.
    if (kind === 'mtus') {
      const predicate = PREDICATE.exec(sentence.text);
      if (predicate !== null) return from + predicate.index;
    }
  }
  return end;
}
