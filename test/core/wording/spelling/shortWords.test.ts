import { expect, test } from 'vitest';
import { LetterText } from '../../../../server/src/text/letterText.ts';
import { wordingOf } from '../../../../server/src/wording/language.ts';
import { shortSlips } from '../../../../server/src/wording/spelling/shortWords.ts';

const found = (sentence: string): readonly string[] => {
  const passage = wordingOf(new LetterText(sentence).prose);
  return [...shortSlips(passage)].map(
    ({ first, end, rights }) => `${passage.reading.tokens.slice(first, end)}: ${rights.join(', ')}`,
  );
};

/** All slips, and what was meant. */
const SLIPS = `
teh: the
hte: the
tje: the
tge: the
thw: the
yhe: the
adn: and
aand: and
nto: not
hsi: his
wsa: was
waas: was
hda: had
ahd: had
ofr: for
fpr: for
fot: for
wih: with
wth: with
frm: from
hre: her
uot: out
otu: out
aer: are
ths: this
tht: that
whn: when
wre: were
hve: have
yuo: you
hwo: who
ayn: any
oen: one
mya: may
dya: day
acn: can
lef: left
iin: in
onn: on
itt: it
aas: as
rhe: the
ahs: has
hav: have
hse: she
btu: but
oof: of
pian: pain
opiods: opioids
fo the: of the, for the
fo a: of a, for a
fo an: of an, for an
fo his: of his, for his
fo her: of her, for her
fo this: of this, for this
fo pain: of pain, for pain
fo physical: of physical, for physical
ot the: to the
ot a: to a
ot be: to be
ot have: to have
ot his: to his
ot her: to her
ti is: it is
ti was: it was
si not: is not
si a: is a
si the: is the
fro the: for the, from the
fro a: for a, from a
fro her: for her, from her
fro his: for his, from his
fro this: for this, from this
t he: the
th e: the
a nd: and
an d: and
o f: of
w as: was
wa s: was
i s: is
ha s: has
wit h: with
w ith: with
fo r: for
f or: for
no t: not
n ot: not
t his: this
th is: this
t hat: that
th at: that
andt he: and the
att he: at the
fort he: for the
`;

test.each(SLIPS.trim().split('\n'))('%s', (slip) => {
  const [wrong = ''] = slip.split(':');
  expect(found(`The chart says ${wrong} once.`)).toEqual([slip]);
});

test('in capitals they may be abbreviations, and beside a hyphen or a stroke parts of something', () => {
  expect(found('The NTO and HDA files. Then adn-based, adn/or.')).toEqual([]);
  expect(found('Teh end. (Adn, nto.)')).toEqual(['Teh: the', 'Adn: and', 'nto: not']);
});

test('two words joined by a slash or a hyphen are not a mistake', () => {
  expect(found('fo/the, no-t, fo the')).toEqual(['fo the: of the, for the']);
});

test('no abbreviation of the field is taken for a slip', () => {
  const abbreviations =
    'abd ac ad am ans bid bp bpm cc cm cx dc dx ed ehr er esi est fo ft fu fx gi gu hgb hnp hs ht hx im ir iv kg lb le ll lle lmp lt lue mcg meq mg ml mm mo mri nad ncv nka npo nsr oa od om os ot oz pa pc pcp pe ph po pr prn pt qd qh qid qod ra rle rom ros rt rue rx sc si sl sob sp sq sx tab tid tm tx ua ue uti vas wbc wc wnl wt yo yr';
  expect(abbreviations.split(' ').flatMap((each) => found(`He was ${each} today.`))).toEqual([]);
});
