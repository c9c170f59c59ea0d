import { expect, test } from 'vitest';
import { articleBefore, wrongArticles } from '../../../server/src/wording/articles.ts';
import { readWords } from '../../../server/src/wording/wording.ts';

/** Each word by the article that belongs before it. A word or a beginning that leaves the data takes one of these along. */
const BY_ARTICLE: Readonly<Record<'a' | 'an' | 'none', string>> = {
  a: `one-time once-daily euthyroid ewe ewing ubiquitous university unilateral unidirectional unimodal urea uretero urethral
    uric urinary urologist usable useful usual uteri utensil uterine utility uveal uvula uranium urate unanimous u
    half hamstring hand hands hard hardware head headache health healthy hearing heat heating heavy heel helmet hernia
    herniated herniation high higher hinged hip hips home hospital hot
    UA UCL UDS UDSs UDT UR US UTI CT TENS PT B12 visit 7 10 12`,
  an: `heir honest honorable honourable hour hourly onerous unidentified unimaginable unimpressive unimproved uninsured
    emg mri ncs ncv nsaid nsaids x x-ray xray xrays
    FCE FDA LSO MMI MMPI MRA MRI MRIs MTUS MUA NSAID NSAIDs RA RFA SI SNRI SSEP SSRI NCV EMG ODG L5 S1 F M
    injection elbow orthosis ulnar urgent 8 11 18 80 8-week`,
  none: 'history HEP SNF SNFs U ULT ROM 1800 110 12mg hysterical s b/l XX-year-old xxx',
};

for (const [article, words] of Object.entries(BY_ARTICLE)) {
  test.each(words.split(/\s+/))(`${article}: %s`, (word) => {
    expect(articleBefore(word)).toBe(article === 'none' ? null : article);
  });
}

const wrong = (text: string): readonly string[] =>
  [...wrongArticles(text, readWords(text))].map(({ at, next, right }) => `${at.text} ${next}: ${right}`);

test('an article is wrong by the sound of the next word, at the beginning of a sentence, too', () => {
  expect(wrong('An visit. A MRI was an useful study, (A injection) but a x-ray was not.')).toEqual([
    'an visit: a',
    'a MRI: an',
    'an useful: a',
    'a injection: an',
    'a x-ray: an',
  ]);
});

test('the A of a vitamin is not an article', () => {
  expect(wrong('Vitamin A injections and hepatitis A infection.')).toEqual([]);
});

test.each(
  `a and are as at e i if in into is it its of on or an`.split(' ').map((word) => `This is a ${word} of rest.`),
)('no noun follows: %s', (text) => expect(wrong(text)).toEqual([]));

test.each('be by for from that the these this those to was were with'.split(' '))('no noun follows an: %s', (word) =>
  expect(wrong(`This is an ${word} rest.`)).toEqual([]),
);
