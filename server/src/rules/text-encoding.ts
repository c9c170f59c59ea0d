import type { Fix, Rule } from '../checking/rule.ts';
import type { Garbled, LetterText } from '../text/letterText.ts';

const rule: Rule = {
  name: 'text-encoding',
  title: 'The text was read in the wrong encoding',
  category: 'text',
  severity: 'information',
  basis: 'A letter that is stored as it is shown here reaches its readers garbled.',
  *check({ text }) {
    const [first] = text.garbled;
    if (first === undefined) return;
    yield {
      span: first.span,
      message: `${describe(text, first)}${others(text.garbled.length - 1)}. The other rules read the letter as it was meant.`,
      issue: null,
      wrongEncoding: true,
      ...fixFor(text.garbled),
    };
  },
};
export default rule;

function describe(text: LetterText, { span, meant }: Garbled): string {
  const written = text.written(span).trim();
  if (meant === null) return 'A character was lost here (�) when the text was read in the wrong encoding';
  return meant.trim() === ''
    ? `“${written}” does not belong here: the text was read in the wrong encoding`
    : `“${written}” should be “${meant}”: the text was read in the wrong encoding`;
}

const others = (count: number): string =>
  count === 0 ? '' : `, here and in ${count === 1 ? '1 other place' : `${count} other places`}`;

/** Only where nothing was lost: nobody knows what stood where a character is missing. */
function fixFor(garbled: readonly Garbled[]): { readonly fixes?: readonly Fix[] } {
  const edits = garbled.flatMap(({ span, meant }) => (meant === null ? [] : [{ span, newText: meant }]));
  if (edits.length < garbled.length) return {};
  const title =
    edits.length === 1
      ? 'Write the character as it was meant'
      : `Write the ${edits.length} characters as they were meant`;
  return { fixes: [{ title, edits, kind: 'judgement' }] };
}
