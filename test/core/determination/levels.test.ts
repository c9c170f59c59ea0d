import { describe, expect, test } from 'vitest';
import { levels } from '../../../server/src/determination/readers/anatomy/levels.ts';
import { passageOfText } from '../../support/readings.ts';

/** Each level as it is written, and from where to where it reaches. */
const levelsIn = (text: string): readonly string[] => {
  const { reading } = passageOfText(text);
  return levels(reading).all.map(({ first, end, from, to }) => {
    const [top, bottom] = [`${from.region}${from.number}`, `${to.region}${to.number}`];
    return `${reading.tokens.slice(first, end)} = ${top === bottom ? top : `${top} to ${bottom}`}`;
  });
};

describe('levels of the spine', () => {
  test.each([
    ['a facet block at L4', ['L4 = L4']],
    ['L4-5 and L5-S1 injections', ['L4-5 = L4 to L5', 'L5-S1 = L5 to S1']],
    ['C5-C6, C6/C7', ['C5-C6 = C5 to C6', 'C6/C7 = C6 to C7']],
    ['disc bulge at L4/5 and L5/S1', ['L4/5 = L4 to L5', 'L5/S1 = L5 to S1']],
    ['laminectomy L3 through L5', ['L3 through L5 = L3 to L5']],
    ['from L5 to S1, L2 thru L4', ['L5 to S1 = L5 to S1', 'L2 thru L4 = L2 to L4']],
    ['C5, C6 and C7', ['C5 = C5', 'C6 = C6', 'C7 = C7']],
    ['kyphoplasty T12-L1', ['T12-L1 = T12 to L1']],
    ['the C7-T1 interspace', ['C7-T1 = C7 to T1']],
    ['L3-4-5 and L4-5-S1', ['L3-4-5 = L3 to L5', 'L4-5-S1 = L4 to S1']],
    ['L3-L4-L5 fusion', ['L3-L4-L5 = L3 to L5']],
    ['an L5-1 disc and an L5S1 disc', ['L5-1 = L5 to S1', 'L5S1 = L5 to S1']],
    ['C4-5, 5-6 and 6-7', ['C4-5 = C4 to C5', '5-6 = C5 to C6', '6-7 = C6 to C7']],
    ['blocks at L3, 4 and 5', ['L3 = L3', '4 = L4', '5 = L5']],
    ['L4 & 5 facets', ['L4 = L4', '5 = L5']],
    ['L4, 5 and S1', ['L4 = L4', '5 = L5', 'S1 = S1']],
    ['L4 - L5 and L-4 to L-5', ['L4 - L5 = L4 to L5', 'L-4 to L-5 = L4 to L5']],
    ['l4-5, c5/6', ['l4-5 = L4 to L5', 'c5/6 = C5 to C6']],
    ['L 4-5 and C 5-6', ['L 4-5 = L4 to L5', 'C 5-6 = C5 to C6']],
    ['T10–T11', ['T10-T11 = T10 to T11']],
    ['the L4’s height', ['L4 = L4']],
    ['the fifth lumbar vertebra', ['fifth lumbar = L5']],
    ['fourth and fifth lumbar discs', ['fourth and fifth lumbar = L4 to L5']],
    ['the 6th cervical nerve root', ['6th cervical = C6']],
    ['lumbar 4-5 disc, cervical 6 level', ['lumbar 4-5 = L4 to L5', 'cervical 6 = C6']],
    ['lumbar 5 to sacral 1', ['lumbar 5 to sacral 1 = L5 to S1']],
    ['an S1 radiculopathy; a T2 fracture', ['S1 = S1', 'T2 = T2']],
    ['(L4-5)', ['L4-5 = L4 to L5']],
    ['a 4 mm bulge at L4-5. 5-6 visits', ['L4-5 = L4 to L5']],
    ['ESI L5-S1, 3 weeks apart', ['L5-S1 = L5 to S1']],
    ['L4, 5 sessions; L4 and 5 pounds', ['L4 = L4', 'L4 = L4']],
    ['C5-6, 6-7 visits', ['C5-6 = C5 to C6']],
    ['L4-5, 1-2 weeks', ['L4-5 = L4 to L5']],
    ['L5-L4', ['L5 = L5', 'L4 = L4']],
  ])('%s', (text, expected) => {
    expect(levelsIn(text)).toEqual(expected);
  });

  test.each([
    'vitamin B12 and vitamin C 1-2 tablets',
    'H2 blockers, a Schedule C-II drug, C-4 drugs',
    'T2-weighted images, T1 and T2 sagittal images, T1/T2 weighting',
    'T2 hyperintense signal',
    'TSH, T3, T4, free T4',
    'C3 and C4 complement; C1 esterase',
    'Heart: S1 and S2 are normal, no murmurs',
    'L0637 brace, S33.5XXA, T12.4, M54.5',
    'an L4-5mm strip, C5%',
    'page C3, section C 4-5, Exhibit C1',
    'the second cervical injection and a third lumbar ESI',
    'lumbar 4-5 visits',
    'L6, C9, T13, S6, L45',
    'l4 and c5, x1-2, 5S1, HNPS1',
    'pain 4-5, 5-6 of 10',
    'C 5 and L 4',
  ])('none in: %s', (text) => {
    expect(levelsIn(text)).toEqual([]);
  });
});
