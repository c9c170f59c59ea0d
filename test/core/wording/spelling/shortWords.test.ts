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
thr: the
tha: the
htis: this
tihs: this
thsi: this
thta: that
taht: that
wiht: with
wtih: with
veyr: very
anf: and
amd: and
dwn: down
vry: very
cse: case
mor: more
whe: when
wen: when
ues: use
cna: can
nwo: now
lwo: low
amy: may
ewll: well
ewre: were
hvae: have
ahve: have
tiem: time
tmie: time
fo patient: of patient, for patient
fo left: of left, for left
fo right: of right, for right
fo same: of same, for same
fo injury: of injury, for injury
fo medical: of medical, for medical
fo knee: of knee, for knee
fo lumbar: of lumbar, for lumbar
fo cervical: of cervical, for cervical
fo request: of request, for request
fo use: of use, for use
fo date: of date, for date
fo following: of following, for following
fo low: of low, for low
fro treatment: for treatment, from treatment
fro treatments: for treatments, from treatments
fro physical: for physical, from physical
fro therapy: for therapy, from therapy
fro pain: for pain, from pain
fro chronic: for chronic, from chronic
fro postsurgical: for postsurgical, from postsurgical
fro an: for an, from an
fro which: for which, from which
fro all: for all, from all
fro any: for any, from any
fro review: for review, from review
fro evaluation: for evaluation, from evaluation
si recommended: is recommended
si necessary: is necessary
si medically: is medically
si noted: is noted
si an: is an
si no: is no
si documented: is documented
si in: is in
si being: is being
si also: is also
si due: is due
si worse: is worse
si at: is at
si for: is for
ot determine: to determine
ot support: to support
ot undergo: to undergo
ot warrant: to warrant
ot perform: to perform
ot continue: to continue
ot rule: to rule
ot evaluate: to evaluate
ot reduce: to reduce
ot improve: to improve
ot physical: to physical
ot this: to this
ot return: to return
ot palpation: to palpation
ot date: to date
i the: in the
i a: in a
i an: in an
i this: in this
i his: in his
i her: in her
i addition: in addition
i order: in order
i both: in both
o motion: of motion
o the: of the
o a: of a
o pain: of pain
o injury: of injury
o daily: of daily
range fo: range of
ranges fo: ranges of
of th: of the
in th: in the
to th: to the
for th: for the
with th: with the
on th: on the
at th: at the
by th: by the
from th: from the
and th: and the
that th: that the
is th: is the
of te: of the
in te: in the
to te: to the
for te: for the
with te: with the
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
