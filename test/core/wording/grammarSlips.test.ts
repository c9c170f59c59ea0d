import { describe, expect, it } from 'vitest';
import type { Passage } from '../../../server/src/determination/lines/passages.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';
import { GRAMMAR_SLIPS } from '../../../server/src/wording/grammarSlips.ts';
import { SlipTable } from '../../../server/src/wording/slips.ts';
import { readWords, type Wording } from '../../../server/src/wording/wording.ts';

/** Sentences with a slip each, in brackets; in the order of the rows. */
const SLIPS = `
The visits ended [due to] there was no gain.
The therapy was denied [due to] the records do not show any gain.
She attended 8 physical therapy [session] in May.
He rested for three [week] in June.
She takes it two [time] a day.
He had 4 to 6 [session] of therapy.
He wore it for 4 to 6 [week] after the surgery.
She attended one [visits] in May.
The [amount] of visits is known.
She stopped [the of] this drug.
The plan had [a symptoms] of the neck.
There is [a] documentation of weakness.
He had several [session] of therapy.
He takes [this medications] at night.
All of [above] mentioned drugs were stopped.
There [was] muscle spasms in the neck.
There [were] no evidence of a tear.
The guidelines [states] that rest helps.
The guidelines for opioids [recommends] a trial.
This guideline [recommend] rest.
The MTUS [recommend] rest.
The examination of the knee [reveal] swelling.
The request for an MRI [were] denied.
The results of the study [was] normal.
The additional 12 sessions [is] not supported.
The imaging studies to date [has] been normal.
Today she [have] pain.
Today they [was] examined.
The patient [have] pain at night.
Her [diagnosis] include sprain and strain.
He has [went] home.
She was [undergone] surgery.
She [is] been treated.
She [was be] seen in May.
The brace [may been] of use.
The brace [is was] old.
She has [complain] of pain.
He was [diagnose] with a sprain.
The brace did not [reduced] the pain.
The brace will [helped] her.
The brace did [helped] her.
He was able to [walked] for a mile.
She began to [underwent] therapy.
The chart documented [decrease] sensation of the hand.
The patient [decreased] range of motion.
The patient [complaining of] pain.
There is [not] evidence of a tear.
She [denies no] pain.
The scan was old, [nor it was] read.
There was [no documented] of a fall.
There was a [lack] documentation of the fall.
She had a [total] up to 18 visits.
He had a full [course] physical therapy.
The guidelines do not [address].
The MTUS [silent] on this brace.
It was stopped due to [the fact] there was no gain.
It is recommended for [patients] have failed rest.
[Utilization] denied the brace.
The chart holds a letter [of from] the clinic.
The request [for of] a brace was sent.
She has a plan [to for] a brace.
He had 10 sessions [of over] 8 weeks.
It was used in conjunction [to] rest.
It is [unclear of] the reason.
He fell on [(11/02/2016)] at work.
An MRI of the [lumbar] was read.
She came for [lumbar], but left.
The [injured workers] pain is worse.
The [patients] pain is worse.
The [patient] current drugs are listed.
This is the [guidelines] recommendation.
[MRI's are] of use.
It was changed to include[,] rest.
The guidelines[,] recommend rest.
The records provided for review[,] do not show it.
What is at issue[,] is the brace.
He has pain [or and] weakness.
He has pain [and or] weakness.
`;

/** Sentences in which nothing is wrong. */
const SOUND = `
The exercises that he did helped.
The exercises he did helped him.
The work she could do had its limits.
What he did helped.
He was treated for pain with Norco.
The pain that he was treated for with Norco is better.
The specialist she was referred to for this has left.
The tear, which she was seen for with a cane, has healed.
Acupuncture 12 sessions is the request.
Six visits is a reasonable trial.
Twelve sessions is more than the guideline allows.
Ten visits is within the range.
Findings on MRI show a tear.
The results of the physical examination show weakness.
The records submitted for review do not say why.
The records available for review show pain.
Parts of the guideline recommend rest.
The editions of the MTUS recommend rest.
Considerations in the diagnosis include age.
She did not bleed.
The plan did not succeed.
MTUS silent. ODG on point.
The provider was able to proceed.
He was redirected to therapy.
The splint that was asked for in May arrived.
Lest he have pain, she helps.
The Official Disability Guidelines recommendation was followed.
For of all the drugs, it is the safest.
With for example ice, pain falls.
A history of from two to four attacks is known.
The patient denies no one help.
`;

const linesOf = (text: string): readonly string[] => text.trim().split('\n');

/** What a table finds in a sentence, as 'words: message'. */
function found(table: SlipTable, sentence: string): readonly string[] {
  const { prose, source } = new LetterText(sentence);
  const passage: Passage = { kind: 'rationale', prose, issue: 0 };
  const wording: Wording = { passage, words: readWords(prose.text) };
  return [...table.find(wording)].map(({ span, message }) => `${source.slice(span.start, span.end)}: ${message}`);
}

const all = new SlipTable(GRAMMAR_SLIPS);

describe('grammar slips', () => {
  it.each(linesOf(SLIPS))('%s', (marked) => {
    const wrong = /\[(.*)\]/.exec(marked)?.[1] ?? '';
    expect(found(all, marked.replace(/[[\]]/g, '')).map((each) => each.split(': ')[0])).toEqual([wrong]);
  });

  it.each(linesOf(SOUND))('nothing is wrong in: %s', (sentence) => {
    expect(found(all, sentence)).toEqual([]);
  });

  it('every row has an example that it fires in, and no other before it', () => {
    const examples = linesOf(SLIPS).map((marked) => {
      const sentence = marked.replace(/[[\]]/g, '');
      return { sentence, findings: found(all, sentence) };
    });
    const silent = GRAMMAR_SLIPS.filter((slip) => {
      const alone = new SlipTable([slip]);
      return !examples.some(({ sentence, findings }) => found(alone, sentence).some((each) => findings.includes(each)));
    });
    expect(silent.map(({ at, pattern }) => `${at}: ${pattern}`)).toEqual([]);
  });
});
