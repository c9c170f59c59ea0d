import type { Fix, Rule } from '../checking/rule.ts';
import type { Garbled, LetterText } from '../text/letterText.ts';

const rule: Rule = {
  name: 'text-encoding',
  title: 'Garbled characters, from the wrong text encoding',
  category: 'text',
  severity: 'information',
  basis: 'A letter that is saved like this reaches its readers garbled.',
  *check({ text }) {
    const [first] = text.garbled;
    if (first === undefined) return;
    yield {
      span: first.span,
      message: `${describe(text, first)}${others(text.garbled.length - 1)}.`,
      issue: null,
      wrongEncoding: true,
      ...fixFor(text.garbled),
    };
  },
};
export default rule;

function describe(text: LetterText, { span, meant }: Garbled): string {
  const written = text.written(span).trim();
  if (meant === null) return 'A character was lost here (�)';
  return meant.trim() === ''
    ? `Garbled text: “${written}” is not needed`
    : `Garbled text: “${written}” should be “${meant}”`;
}

const others = (count: number): string =>
  count === 0 ? '' : ` (also in ${count === 1 ? '1 other place' : `${count} other places`})`;

/** Only where nothing was lost: a missing character cannot be guessed. */
function fixFor(garbled: readonly Garbled[]): { readonly fixes?: readonly Fix[] } {
  const edits = garbled.flatMap(({ span, meant }) => (meant === null ? [] : [{ span, newText: meant }]));
  if (edits.length < garbled.length) return {};
  const title = edits.length === 1 ? 'Repair the garbled character' : `Repair the ${edits.length} garbled characters`;
  return { fixes: [{ title, edits, kind: 'judgment' }] };
}
