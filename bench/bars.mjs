// Texts that once stopped the server, each against the bar of a second, and how their time grows with their size.

const PROSE =
  'The injured worker has low back pain, treated with medication and twelve sessions of physical therapy. On examination there was tenderness of the lumbar spine with a limited range of motion. ';
/** Different at each place, as a list of names is: nothing that was looked up before answers for the next. */
const capitals = (n) => Array.from({ length: n }, (_, i) => `Q${letters(i)}zvrqk`).join(' ');
const letters = (i) => i.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[digit]);

/** Name, place in the letter, the number at first, and the words for a number. */
const TEXTS = [
  ['400 KB of prose in the summary', 'CLINICAL CASE SUMMARY\n', 400_000, (n) => PROSE.repeat(n / PROSE.length)],
  ['400 KB of prose in a rationale', 'Decision rationale:', 400_000, (n) => PROSE.repeat(n / PROSE.length)],
  ['100,000 brackets', 'Decision rationale:', 100_000, (n) => '('.repeat(n)],
  ['20,000 capitals', 'Decision rationale:', 20_000, (n) => capitals(n)],
  ['10,000 commas', 'Section(s):', 10_000, (n) => ','.repeat(n)],
  ['10,000 sections', 'Section(s):', 10_000, (n) => 'Knee, '.repeat(n)],
  ['10,000 slashes', 'Decision rationale:', 10_000, (n) => `The request for ${'a/'.repeat(n)}a was denied.`],
  ['2,000 issues', 'IMR ISSUES, DECISIONS AND RATIONALES\n', 2000, (n) => 'MRI of 10/11/2016: Upheld\n\n'.repeat(n)],
  ['10,000 dates', 'CLINICAL CASE SUMMARY\n', 10_000, (n) => 'seen on 10/11/2016; '.repeat(n)],
];

/** Milliseconds that the bar allows for the first size. */
export const BAR = 1000;

/** Of each text: milliseconds at n, 2n and 4n. Twice the text should take some twice as long. */
export function measureBars(letter, work) {
  return TEXTS.flatMap(([name, mark, n, make]) => {
    const at = letter.indexOf(mark) + mark.length;
    if (at < mark.length) return [];
    const times = [n, 2 * n, 4 * n].map((size) => {
      const text = `${letter.slice(0, at)} ${make(size)} ${letter.slice(at)}`;
      const begun = performance.now();
      work(text);
      return performance.now() - begun;
    });
    return [{ name, times }];
  });
}
