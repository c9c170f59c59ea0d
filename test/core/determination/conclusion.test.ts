import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ConclusionKind } from '../../../server/src/determination/model/determination.ts';
import { readConclusion } from '../../../server/src/determination/readers/conclusion/conclusion.ts';
import { sentencesIn } from '../../../server/src/determination/readers/shared/sentences.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';

const read = (text: string, heading = '') => {
  const { prose } = new LetterText(`${heading}\n\n${text}`);
  return readConclusion(prose.slice(heading.length), prose.slice(0, heading.length));
};
const kindOf = (text: string): ConclusionKind => read(text).kind;

const table = (name: string): readonly string[][] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(' | '));

describe('in many voices', () => {
  it.each(table('./conclusions.txt'))('%s: %s: %s', (kind, heading, text) => {
    expect(read(text ?? '', heading).kind).toBe(kind);
  });
});

describe('who says it, of what, and when', () => {
  it.each(table('./voices.txt'))('%s: %s: %s', (kind, heading, text) => {
    expect(read(text ?? '', heading).kind).toBe(kind);
  });
});

describe('what compels, holds for now, or is another’s by what follows', () => {
  it.each(table('./compelled.txt'))('%s: %s: %s', (kind, heading, text) => {
    expect(read(text ?? '', heading).kind).toBe(kind);
  });
});

describe('whose side, how much, and what is said of calling it so', () => {
  it.each(table('./sides.txt'))('%s: %s: %s', (kind, heading, text) => {
    expect(read(text ?? '', heading).kind).toBe(kind);
  });
});

describe('parts of a request', () => {
  it.each(table('./parts.txt'))('%s: %s: %s', (kind, heading, text) => {
    expect(read(text ?? '', heading).kind).toBe(kind);
  });
});

describe('what would have to be so', () => {
  it.each(table('./demands.txt'))('%s: %s: %s', (kind, heading, text) => {
    expect(read(text ?? '', heading).kind).toBe(kind);
  });
});

describe('opposite statements, about one thing or about two', () => {
  it.each(table('./oneThing.txt'))('%s: %s: %s', (kind, heading, text) => {
    expect(read(text ?? '', heading).kind).toBe(kind);
  });
});

describe('not necessary', () => {
  it.each([
    'Therefore, the request is not medically necessary.',
    'The request for Etodolac 400mg #60 was not medically necessary.',
    'The request is determined to not be medically necessary.',
    'The request is determined to be not medically necessary.',
    'The request is considered not medically necessary.',
    'The request is not medically necessary or appropriate.',
    'The request is not medically necessary and appropriate at this time.',
    'As such, the request for a sleep study is deemed not medically necessary.',
    'Therefore, the requested wrist brace is not seen as medically necessary.',
    'A bone scan is not a medical necessity to the patient at this time.',
    'This request does not appear medically necessary.',
    'The amount requested cannot be deemed medically necessary without further evidence.',
    'The request cannot be considered medically necessary.',
    'The current request for two follow up visits is not medically appropriate.',
    'The request is not indicated as medically necessary.',
    'Medical necessity of this request is not established.',
    'As such, the medical necessity of the request has not been clearly established.',
    'Medical necessity for continued treatment was not provided.',
    'The records fail to establish the medical necessity of the request.',
    'There is insufficient documentation to support the medical necessity of the request.',
    'There is no evidence in the file that supports the medical necessity of the brace.',
    'Therefore, the additional two sessions is not necessary.',
    'The request is medically unnecessary.',
    'No, the request for a scan was not medically necessary, medically appropriate, or indicated here.',
    'The wheelchair is neither medically necessary nor appropriate.',
    'None of the requested services are medically necessary.',
    'There is no evidence that the requested brace is medically necessary.',
    'I do not find the requested injection medically necessary.',
    'The request would not be medically necessary.',
    'MAXIMUS Federal Services, Inc. has determined the request for a brace is notmedically necessary and appropriate.',
    'The request is not medically neccessary.',
    'The request is not medcially necessary.',
    'The request is not medically neecssary.',
    'The request is not\nmedically\n\n  necessary.',
    'Not medically necessary.',
    // A reason about another treatment, and what is said of another treatment.
    'As the requested surgical intervention is not medically necessary per the documentation, the requested ancillary service is not medically necessary.',
    'The nerve blocks are not medically necessary; therefore the recovery visits are not medically necessary.',
    // Words of guidelines before the conclusion.
    'Home care is medically necessary when the patient is homebound. The request is not medically necessary.',
    'The guidelines state that scans are medically necessary for patients who have fractures. The request is not medically necessary.',
    'Services deemed to be medically necessary may be repeated. The request is not medically necessary.',
    'The physician states that the brace is medically necessary. The request is not medically necessary.',
    // In other words only.
    'Given the above, the request is not supported.',
    'Based on the records provided, the request is not warranted.',
  ])('%s', (text) => {
    expect(kindOf(text)).toBe('not-necessary');
  });
});

describe('necessary', () => {
  it.each([
    'The UR found that the request was not medically necessary. The request is medically necessary.',
    'Therefore, the request is medically necessary.',
    'The requested visits are medically necessary and appropriate.',
    'The request is determined to be medically necessary.',
    'The request is considered medically necessary at this time.',
    'I reverse what the first review decided, and deem nursing, twice a week, to be medically necessary.',
    'Yes, the request for nerve testing was medically necessary, medically appropriate, and indicated here.',
    'As such, medical necessity of the referral is supported by the records provided.',
    'Not all of the findings are clear. Proceeding with the scan was medically necessary.',
    // The utilization review's word is not the reviewer's.
    'Utilization review found that the request was not medically necessary. The request is medically necessary.',
    'Bracing is not medically necessary unless the joint is unstable. The joint is unstable. The request is medically necessary.',
  ])('%s', (text) => {
    expect(kindOf(text)).toBe('necessary');
  });
});

describe('none, partly, contradictory', () => {
  it.each<[ConclusionKind, string]>([
    ['none', ''],
    ['none', '…'],
    ['none', "Furthermore, the doctor's request for 10 sessions exceeds what is recommended by the guidelines."],
    ['none', 'Massage is medically necessary if the pain persists.'],
    ['none', 'Braces are considered medically necessary if the joint is unstable.'],
    ['none', 'The guidelines say: "a cane is medically necessary in gait disorders".'],
    ['none', 'The records were reviewed to determine whether the request is medically necessary.'],
    ['none', 'The treatment may be medically necessary later.'],
    ['partly', 'The request is partially medically necessary.'],
    ['partly', 'Six sessions are medically necessary. The remaining six sessions are not medically necessary.'],
    [
      'contradictory',
      'The requested trial of 4 massage visits is medically reasonable and consistent with the guidelines. The request is not medically necessary.',
    ],
    [
      'contradictory',
      'The clinical information submitted for review meets the guidelines criteria for the requested service. A walker is not medically necessary.',
    ],
    [
      'contradictory',
      'The request for a brace is not medically necessary. Hence the brace requested is medically necessary.',
    ],
    [
      'contradictory',
      'Medical necessity has been established. As such, the request for a brace is not medically necessary.',
    ],
    // Two things, said of each.
    [
      'necessary',
      'Needle testing of the left arm was not medically necessary. Conversely, the request for the conduction study was medically necessary.',
    ],
    [
      'not-necessary',
      'Although a trial would be medically necessary, the request for 12 visits is not medically necessary.',
    ],
  ])('%s: %s', (kind, text) => {
    expect(kindOf(text)).toBe(kind);
  });

  it.each<[ConclusionKind, string]>([
    // A part that the other does not mention.
    [
      'partly',
      'A first visit is medically necessary. A second, booked before the first was had, is not medically necessary.',
    ],
    ['partly', 'One visit will do; that visit is medically necessary. A second is not medically necessary.'],
    ['partly', 'One week of use is medically necessary. Two additional weeks are not medically necessary.'],
    ['partly', 'The left knee brace is medically necessary. The right knee brace is not medically necessary.'],
    // What is cut short.
    ['partly', 'The first week is medically necessary; the second is not.'],
    ['not-necessary', 'While the surgery is medically necessary, the pump is not.'],
    ['partly', 'The brace is medically necessary only for the left knee.'],
  ])('%s: parts and other things: %s', (kind, text) => {
    expect(kindOf(text)).toBe(kind);
  });

  const notice =
    'This decision addresses the medical necessity of opioids as they have been prescribed to this patient. This medical necessity decision should not be interpreted as a recommendation to stop opioids abruptly. The patient is advised to consult the guidelines and, if necessary, others.';

  it('is not misled by the notice that follows decisions about opioids', () => {
    expect(kindOf(notice)).toBe('none');
    expect(kindOf(`The request is not medically necessary. ${notice}`)).toBe('not-necessary');
    expect(kindOf(`The request is medically necessary. ${notice}`)).toBe('necessary');
  });
});

it('takes the request to be for what the heading names', () => {
  const text = 'The wrist brace is medically necessary. The request is not medically necessary.';
  expect(read(text, 'Wrist brace').kind).toBe('contradictory');
  expect(read(text, 'Home nursing').kind).toBe('not-necessary');
});

it('leaves to the guideline what it recommends', () => {
  expect(read('As to the request for a brace, the MTUS states that it is not recommended for longer.').kind).toBe(
    'none',
  );
});

it('says where the conclusion is, across line ends', () => {
  const source = 'The scan is old.The request for\na scan is not\n\nmedically  necessary. Thanks.';
  const { prose } = new LetterText(source);
  const { statements } = readConclusion(prose, prose.slice(0, 0));
  expect(
    statements.map(({ kind, span, sentence }) => [
      kind,
      source.slice(span.start, span.end),
      source.slice(sentence.start, sentence.end),
    ]),
  ).toEqual([
    ['not-necessary', 'is not\n\nmedically  necessary', 'The request for\na scan is not\n\nmedically  necessary.'],
  ]);
});

describe('sentences', () => {
  it.each([
    ['One ends here. Two begins.', 2],
    ['It is documented.In this case it is not.', 2],
    ['Dr. Ames saw pg. 607 of the 2.5 mg study, e.g. Section 3.3.9 etc. and more.', 1],
    ['"Quoted words." Then more.', 2],
    ['1. Rest the arm. 2. Use ice.', 2],
    ['B. Stone wrote it', 1],
    ['', 0],
  ])('%s', (text, count) => {
    expect(sentencesIn(new LetterText(text).prose)).toHaveLength(count);
  });
});

describe('denials of denials', () => {
  it.each<[ConclusionKind, string]>([
    ['necessary', 'There is no doubt that the request is medically necessary.'],
    ['necessary', 'I find no reason to doubt that the scan is medically necessary.'],
    ['necessary', 'I do not hesitate to find the request medically necessary.'],
    ['not-necessary', 'I doubt that the request is medically necessary.'],
    ['not-necessary', 'Nothing suggests that the scan is medically necessary.'],
    ['not-necessary', 'There is no basis to conclude that the scan is medically necessary.'],
    ['not-necessary', 'There is no evidence, in the file or elsewhere, that the request is medically necessary.'],
    ['not-necessary', 'Nothing in the request is medically necessary.'],
    ['not-necessary', 'Not one of the visits is medically necessary.'],
    ['not-necessary', 'It is impossible to say that the request is medically necessary.'],
    ['not-necessary', 'I am not convinced the scan is medically necessary.'],
    ['not-necessary', 'It cannot be said that medical necessity has been established.'],
    ['not-necessary', 'Nothing establishes the medical necessity of the request.'],
    ['not-necessary', 'The request was not and is not medically necessary.'],
    ['not-necessary', 'The request is neither appropriate nor medically necessary.'],
    ['not-necessary', 'I uphold the finding that the request is not medically necessary.'],
    // Denials of another clause take nothing back.
    ['not-necessary', 'The records do not show improvement and the request is not medically necessary.'],
    ['not-necessary', 'As there is no documentation to support the scan the request is not medically necessary.'],
    ['not-necessary', 'Without documentation of failed care the request is not medically necessary.'],
    ['necessary', 'Although no red flag is documented, the request is medically necessary.'],
    ['necessary', 'There is no contraindication, and the request is medically necessary.'],
    ['necessary', 'With no contraindication the request is medically necessary.'],
  ])('%s: %s', (kind, text) => {
    expect(kindOf(text)).toBe(kind);
  });

  it.each<[ConclusionKind, string]>([
    ['necessary', 'It cannot be said that the request is not medically necessary.'],
    ['necessary', 'Nothing suggests that the scan is not medically necessary.'],
    ['necessary', 'There is no basis to conclude that the scan is not medically necessary.'],
    ['necessary', 'The carrier fails to show that it is not medically necessary.'],
    ['necessary', 'The request is not unnecessary.'],
    ['necessary', 'The request is not medically unnecessary.'],
    ['not-necessary', 'The scan can hardly be called medically necessary.'],
    ['not-necessary', 'The scan is anything but medically necessary.'],
    ['partly', 'Not all of the visits are medically necessary.'],
    ['partly', 'Only six of the visits are medically necessary.'],
    ['necessary', 'I disagree that the request is not medically necessary.'],
    ['necessary', 'It would be wrong to say that the request is not medically necessary.'],
    ['not-necessary', 'I reject the view that the request is medically necessary.'],
    ['necessary', 'It cannot be said that medical necessity has not been established.'],
    ['not-necessary', 'Neither benefit nor medical necessity has been shown.'],
    ['not-necessary', 'It remains to be shown that the request is medically necessary.'],
    ['necessary', 'Few would say that the request is not medically necessary.'],
    ['necessary', 'I cannot but find the request medically necessary.'],
    ['necessary', 'It is hard to see how the request is not medically necessary.'],
  ])('%s: %s', (kind, text) => {
    expect(kindOf(text)).toBe(kind);
  });

  it.each([
    'That the request is not medically necessary cannot be maintained.',
    'The claim that the request is not medically necessary is without merit.',
  ])('unclear: %s', (text) => {
    expect(read(text)).toMatchObject({ kind: 'unclear', statements: [] });
    expect(read(text).unread).toHaveLength(1);
  });
});

describe('what others said, and conditions', () => {
  it.each([
    'Utilization review found that the request is not medically necessary.',
    'The physician argues that the scan is medically necessary.',
    'The chiropractor insists that the request is medically necessary.',
    'The surgeon’s position is that the scan is medically necessary.',
    'According to the treating physician, the scan is medically necessary.',
    'The progress note states that the request is medically necessary.',
    'The first reviewer concluded that the request was not medically necessary.',
    'The carrier considered that the scan was not medically necessary.',
    'The surgeon writes that "the requested scan is medically necessary."',
    'Whether the request is medically necessary depends on films that were not sent.',
    'Braces would be medically necessary where there is instability.',
    'Prior physical therapy was found to be medically necessary.',
  ])('none: %s', (text) => {
    expect(kindOf(text)).toBe('none');
  });

  it.each([
    'If the films show arthritis, then the requested scan is medically necessary.',
    'Should therapy fail, the requested scan is medically necessary.',
  ])('no conclusion that a rule may report: %s', (text) => {
    expect(['none', 'unclear']).toContain(kindOf(text));
  });
});

describe('words that are not understood', () => {
  it.each(['The scale tips toward the knife.'])('are no absence: %s', (text) => {
    expect(kindOf(`The records were reviewed. The knee gives way. ${text}`)).toBe('unclear');
  });

  it.each([
    'The guideline asks for a trial of therapy. She has had six visits.',
    'The request for 12 visits exceeds what the guideline recommends.',
    'Her physician wrote that the brace is needed. The films are from May.',
    'The carrier denied the brace in May. No report of the brace was sent.',
  ])('record and guideline conclude nothing: %s', (text) => {
    expect(kindOf(text)).toBe('none');
  });
});
