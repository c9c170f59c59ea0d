// Texts that make careless patterns go back and forth: one piece repeated in the middle of a letter.

const PIECES = [
  ...['a', 'a ', ' ', '\n', '. ', '.', ', ', '-\n', '( ', '(( ', '"', "' ", '"x ', '$', '__', 'é', 'A', 'AB '],
  ...['1-', '1 ', '1/', '1.1.', '#60 ', '11/11/2016 ', 'six ', 'six to ', '12 visits ', '2 times a week ', 'trial of '],
  ...['not ', 'is not ', 'medically necessary ', 'request for ', 'no history of ', 'left ', 'right shoulder ', 'he '],
  ...['the the ', 'of of ', 'and ', 'ODG ', 'MTUS ', 'Decision based on MTUS ', 'Section(s): , and ', 'Page(s): '],
  ...[': Upheld\n', 'Claims Administrator guideline: ', 'Decision rationale: ', 'X was the original request. '],
];
/** What is measured where, and the index of the place in a letter; less than 0 where it has none. */
const PLACES = [
  ...['CLINICAL CASE SUMMARY', 'IMR ISSUES', 'MAXIMUS guideline:', 'Decision rationale:'].map((mark) => [
    mark,
    (letter) => (letter.includes(mark) ? letter.indexOf(mark) + mark.length : -1),
  ]),
  ['a heading', (letter) => letter.search(/: (?:Upheld|Overturned)/)],
];
const SHORT = 20_000;
const LONG = 80_000;

/** The slowest of them: place, piece, milliseconds for the short and the long text. Four times the text should take some four times as long. */
export function measureHostile(letter, work, most = 6) {
  const rows = [];
  for (const [place, find] of PLACES) {
    const at = find(letter);
    if (at < 0) continue;
    for (const piece of PIECES) {
      const time = (length) => {
        const text = `${letter.slice(0, at)} ${piece.repeat(Math.ceil(length / piece.length))}${letter.slice(at)}`;
        const start = performance.now();
        work(text);
        return performance.now() - start;
      };
      rows.push({ place, piece, short: time(SHORT), long: time(LONG) });
    }
  }
  return rows.sort((a, b) => b.long - a.long).slice(0, most);
}
