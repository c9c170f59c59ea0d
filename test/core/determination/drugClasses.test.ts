import { expect, test } from 'vitest';
import treatments from '../../../server/src/determination/readers/treatments/treatments.json' with { type: 'json' };
import { findTreatments } from '../../../server/src/determination/readers/treatments/treatments.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';

const NOUNS = ['drug', 'medication', 'medicine', 'agent'];
const CLASSES = Object.entries(treatments.medication).filter(([name]) => name !== '*');

test.each(CLASSES)('a class of drugs is named with its noun: %s', (name, others) => {
  const names = [name, ...others].filter((each) => !NOUNS.some((noun) => each.endsWith(noun)));
  for (const each of names) {
    for (const noun of NOUNS) {
      const words = `${each} ${noun}`;
      const { prose } = new LetterText(`He took ${words} then.`);
      const found = findTreatments(prose).map(({ value, span }) => [value.name, prose.within(span).text]);
      expect(found).toEqual([[name, words]]);
    }
  }
});
