import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { readWords } from '../../../server/src/wording/wording.ts';
import list from '../../../server/src/wording/wrongWords.json' with { type: 'json' };
import schema from '../../../server/src/wording/wrongWords.schema.json' with { type: 'json' };
import { type WrongWordEntry, WrongWordFinder } from '../../../server/src/wording/wrongWords.ts';

const entries: readonly WrongWordEntry[] = list.entries;
const whole = new WrongWordFinder(list);

/** What the finder says of a sentence, as 'wrong → right'. */
const said = (finder: WrongWordFinder, sentence: string): readonly string[] => {
  const words = readWords(sentence);
  return [...finder.find(words)].map(({ index, length, right }) => {
    const wrong = words.slice(index, index + length).map(({ text }) => text);
    return `${wrong.join(' ')} → ${right}`;
  });
};

it('the list follows its schema', () => {
  const validate = new Ajv({ strictTypes: false }).compile(schema);
  expect(validate(list) ? [] : validate.errors).toEqual([]);
});

it('no entry occurs twice', () => {
  const keys = entries.map(({ wrong, right, context }) => JSON.stringify([wrong, right, context]));
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
});

describe.each(entries.map((entry) => [`${entry.wrong} → ${entry.right}`, entry] as const))('%s', (_, entry) => {
  it('is found in its example, and there alone', () => {
    expect(said(new WrongWordFinder({ ...list, entries: [entry] }), entry.example)).toHaveLength(1);
    expect(said(whole, entry.example)).toHaveLength(1);
    expect(said(whole, entry.example)[0]).toMatch(new RegExp(`→ ${entry.right}$`));
  });

  it('nothing is found in its counterexample', () => {
    expect(said(whole, entry.counterexample)).toEqual([]);
  });
});
