import { describe, expect, test } from 'vitest';
import { isSilentOnTreatment } from '../../../server/src/determination/readers/citations/silentOn.ts';
import { voiceAt } from '../../../server/src/determination/readers/conclusion/clauses/voice.ts';
import { readConclusion } from '../../../server/src/determination/readers/conclusion/conclusion.ts';
import { concludedOn } from '../../../server/src/determination/readers/conclusion/ownClause.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';
import { passageOfText } from '../../support/readings.ts';

describe('whose words are at a place', () => {
  /** At the word in brackets. */
  const voice = (marked: string): string => {
    const passage = passageOfText(marked.replace(/[[\]]/g, ''));
    return voiceAt(passage, passage.reading.tokens.from(marked.indexOf('[')));
  };

  test.each([
    ['own', 'There is [no] sign of a tear.'],
    ['own', 'I find that there is [no] sign of a tear.'],
    ['own', 'The surgeon did [not] document rest.'],
    ['own', 'The carrier denied it, but the [MTUS] is silent.'],
    ['own', 'The surgeon failed to show [no] rest.'],
    ['others', 'The surgeon writes that there is [no] sign of a tear.'],
    ['others', 'According to the surgeon there is [no] sign of a tear.'],
    ['others', 'The carrier says there was [no] gain.'],
    ['guideline', 'The MTUS asks for rest with [no] tear.'],
    ['unreal', 'If there is [no] sign of a tear, he may rest.'],
    ['unreal', 'Where the [MTUS] is silent, others count.'],
    ['unreal', 'It is not so that the [MTUS] is silent.'],
    ['unreal', 'I do not find the [MTUS] silent.'],
    ['unreal', 'Nothing shows that the [MTUS] is silent.'],
  ])('%s: %s', (expected, marked) => {
    expect(voice(marked)).toBe(expected);
  });
});

describe('what a conclusion is about', () => {
  const on = (rationale: string): readonly string[] => {
    const { prose } = new LetterText(`Knee brace\n\n${rationale}`);
    const body = prose.slice(prose.text.indexOf(rationale), prose.length);
    const conclusion = readConclusion(body, prose.slice(0, 10));
    return concludedOn({ body, conclusion }).map(({ text }) => text);
  };

  test.each(
    'As Since Because Given|Due to|Without Although While With When After Before|In light of|In the absence of|In absence of|Absent|Based on|Considering|Having|Per|According to'
      .split('|')
      .flatMap((words) =>
        words.includes(' of') || words.includes(' to') || words.includes(' on') ? [words] : words.split(' '),
      ),
  )('%s the surgery, …', (opening) => {
    const [text = ''] = on(`${opening} the surgery, the brace is not medically necessary for the left knee, as told.`);
    expect(text.trim()).toBe('the brace is not medically necessary for the left knee');
  });

  test.each(
    'Therefore Thus Hence|As such|Consequently|In this case|Likewise Further So'
      .split('|')
      .flatMap((words) => (words.startsWith('As') || words.startsWith('In') ? [words] : words.split(' '))),
  )('%s, with the surgery, …', (lead) => {
    const [text = ''] = on(`${lead}, with the surgery denied, the brace is not medically necessary.`);
    expect(text.trim()).toBe('the brace is not medically necessary');
  });

  test.each([
    [
      'The injection is not medically necessary; therefore the brace is not medically necessary.',
      'therefore the brace is not medically necessary',
    ],
    [
      'There is no medical necessity for rest, and the brace is not medically necessary.',
      'for rest, and the brace is not medically necessary',
    ],
    ['The brace is not medically necessary of its kind.', 'The brace is not medically necessary of its kind'],
    ['The brace is not medically necessary to the worker.', 'The brace is not medically necessary to the worker'],
  ])('%s', (rationale, expected) => {
    expect(on(rationale).at(-1)?.trim()).toBe(expected);
  });
});

describe('whether a guideline is silent on a treatment', () => {
  const isOn = (object: string, silence = 'is silent on'): boolean => {
    const prose = (text: string) => new LetterText(text).prose;
    return isSilentOnTreatment(prose(silence), prose(object), prose('Splint for the wrist'), [{ value: 'wrist' }]);
  };

  test.each(
    '|splints|a splint of cork|this|it|the above|such treatment|the service|an item|that matter|the topic|the issue|the subject|the question|the request|what is disputed'.split(
      '|',
    ),
  )('on “%s”', (object) => {
    expect(isOn(object)).toBe(true);
  });

  test.each(
    'number frequency duration dose dosage timing length amount how when whether which repeat repeated second additional further long-term combination combined brand type particular criteria point detail specific specifically exact explicitly adequately clear clearly'.split(
      ' ',
    ),
  )('not on “splints, %s”', (word) => {
    expect(isOn(`splints ${word}`)).toBe(false);
  });

  test.each(['the wrist', 'braces', 'use for rest', 'the use', 'with cork and from cork'])('not on “%s”', (object) => {
    expect(isOn(object)).toBe(object === 'the use');
  });
});
