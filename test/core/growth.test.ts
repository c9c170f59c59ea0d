import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, it } from 'vitest';
import { letter } from './fixtures/letters.ts';
import { stepsFor } from './support/countedCore.ts';
import { bundle } from './support/freshCore.ts';

const sample = (name: string): string => readFileSync(new URL(`../../samples/${name}.txt`, import.meta.url), 'utf8');
const SLIPS = sample('1 Shoulder and back (with slips)');
const SUMMARY = 'CLINICAL CASE SUMMARY\n';
const ISSUES = 'IMR ISSUES, DECISIONS AND RATIONALES\n';
const RATIONALE = 'Decision rationale:';

/** A letter with `words` after the first place where `mark` is. */
function insert(mark: string, words: string, source = SLIPS): string {
  const at = source.indexOf(mark);
  if (at < 0) throw new Error(`The letter has no “${mark}”.`);
  return `${source.slice(0, at + mark.length)} ${words} ${source.slice(at + mark.length)}`;
}

const TOLD =
  'On 10/11/2016 she had completed 12 sessions of physical therapy for the left knee; utilization review denied 8 more visits, an MRI of the right shoulder and Norco 10/325 mg #60. ';
const issuesOf = (source: string): string => source.slice(source.indexOf(ISSUES) + ISSUES.length);

describe('steps grow with the letter, not faster', () => {
  it.each<[string, (n: number) => string]>([
    ['whole letters, one after the other', (n) => SLIPS.repeat(n)],
    ['issues', (n) => SLIPS + issuesOf(SLIPS).repeat(n)],
    [
      'issues whose summary tells of visits, sides and dates',
      (n) => insert(SUMMARY, TOLD.repeat(4 * n)) + issuesOf(SLIPS).repeat(n),
    ],
    ['decided requests of 2013', (n) => letter('b').repeat(n)],
    ['headings without anything under them', (n) => insert(ISSUES, 'MRI of the left knee: Upheld\n\n'.repeat(8 * n))],
    ['issues with dates', (n) => insert(ISSUES, 'MRI of 10/11/2016: Upheld\n\n'.repeat(32 * n))],
    [
      'rationales of something else',
      (n) =>
        insert(ISSUES, `MRI of the knee: Upheld\n\n${RATIONALE} The hip and Norco are told of.\n\n`.repeat(32 * n)),
    ],
    ...[
      ['a heading with a list', 'MRI of the knee, crutches, ', 32] as const,
      ['a heading with figures', '1, ', 128] as const,
      ['a heading with directions', 'Norco 1 b.i.d. #60, ', 32] as const,
    ].map(([name, piece, times]): [string, (n: number) => string] => [
      name,
      (n) => insert(ISSUES, `${piece.repeat(times * n)}: Upheld\n\n${RATIONALE} It is not needed.\n\n`),
    ]),
    ['labels', (n) => insert(RATIONALE, 'MAXIMUS guideline: Decision rationale: '.repeat(8 * n))],
    ['conclusions', (n) => insert(RATIONALE, 'The request for an MRI is not medically necessary. '.repeat(8 * n))],
    [
      'conclusions in a sentence without an end',
      (n) => insert(RATIONALE, 'nor is the scan indicated, '.repeat(100 * n)),
    ],
    ['a sentence of small letters without an end', (n) => insert(RATIONALE, 'it is needed '.repeat(150 * n))],
    ['denials of visits', (n) => insert(SUMMARY, 'UR denied 8 visits. '.repeat(64 * n))],
    [
      'citations',
      (n) =>
        insert(
          'MAXIMUS guideline:',
          'Decision based on MTUS Knee Complaints 2004, and ODG Knee Chapter, MRI; '.repeat(8 * n),
        ),
    ],
    [
      'pages, each with a case number at its head',
      (n) => insert(SUMMARY, 'She was seen.\n\fCM16-0123456 3\n\nShe came again.\n'.repeat(8 * n)),
    ],
    ['dates', (n) => insert(SUMMARY, 'On 10/11/2016 and 10/12/16 she was seen. '.repeat(8 * n))],
  ])('%s', (_, make) => {
    // What is made once, when the first letter is read, is not counted.
    stepsFor(make(1));
    const [once, twice, fourTimes] = [6, 12, 24].map((n) => stepsFor(make(n)));
    const first = (twice ?? 0) - (once ?? 0);
    const second = (fourTimes ?? 0) - (twice ?? 0);
    // Twice the text was added in the second place; a tenth is for what is looked up in sorted lists.
    expect(second / first).toBeLessThan(2.2);
  });
});

/** A text that is repeated by hand or by a machine until something gives. */
const PIECES: readonly string[] = [
  ...[
    'a/',
    'a,',
    ',',
    '; ',
    '(',
    '[a',
    '“',
    '"a ',
    'A.',
    'AB ',
    '1.',
    '1, ',
    '-',
    '…',
    'é',
    ' \t',
    'and ',
    'the the ',
    'Xyzzqw ',
  ],
  ...[
    'request for ',
    'medically necessary ',
    'medical necessity ',
    'if whether ',
    'UR said ',
    'due to pain ',
    'left and right ',
  ],
  ...[
    'page 1, ',
    'ODG ',
    'MTUS 2004 and ',
    '10/11/2016 ',
    '2 times a week for 6 weeks ',
    '#60 ',
    'two to ',
    'he ',
    'C5-C6 ',
  ],
];
/** In characters: what grew with the square of the text took minutes here. */
const LENGTH = 20_000;
/** No measure of speed, which the bench prints: far above any machine's second, so that only a text that hangs is caught. */
const HANGS_AFTER_MS = 15_000;

describe('no text hangs', () => {
  let worker = start();
  afterAll(() => worker.terminate());

  it.each(PIECES)(
    '%j, again and again',
    async (piece) => {
      const words = piece.repeat(Math.ceil(LENGTH / piece.length));
      const sentence = `The request for ${words} was denied. The request is ${words} not medically necessary. ${words}`;
      const text = insert(
        SUMMARY,
        words,
        insert(
          'Section(s):',
          words,
          insert('MAXIMUS guideline:', words, insert(RATIONALE, sentence, insert(ISSUES, `${words}: Upheld\n\n`))),
        ),
      );
      const outcome = await new Promise<string>((resolve) => {
        const timer = setTimeout(() => resolve('no answer'), HANGS_AFTER_MS);
        worker.once('message', (answer: string) => {
          clearTimeout(timer);
          resolve(answer);
        });
        worker.postMessage(text);
      });
      if (outcome !== 'checked') {
        await worker.terminate();
        worker = start();
      }
      expect(outcome).toBe('checked');
    },
    2 * HANGS_AFTER_MS,
  );
});

/** A thread of its own can be ended where it does not answer. */
function start(): Worker {
  const answer = `
    const { parentPort } = require('node:worker_threads');
    parentPort.on('message', (text) => {
      try { core.readAndCheck(text); parentPort.postMessage('checked'); }
      catch (error) { parentPort.postMessage(String(error)); }
    });`;
  return new Worker(bundle(new URL('./support/coreForOrder.ts', import.meta.url)) + answer, { eval: true });
}
