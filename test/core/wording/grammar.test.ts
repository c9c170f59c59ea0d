import { describe, expect, test } from 'vitest';
import { LetterText } from '../../../server/src/text/letterText.ts';
import { grammarSlips } from '../../../server/src/wording/grammar/grammar.ts';
import { wordingOf } from '../../../server/src/wording/language.ts';

/** Sentences with a slip each, in brackets. */
const SLIPS = `
He reports that treatment of the knees [are] denied.
Notes state that pain in the knees [are] worse.
The visits ended [due to] there was no gain.
The therapy was denied [due to] the records do not show any gain.
She attended 8 physical therapy [session] in May.
He rested for three [week] in June.
She takes it two [time] a day.
He had 4 to 6 [session] of therapy.
He wore it for 4 to 6 [week] after the surgery.
She attended one [visits] in May.
The [amount] of visits is known.
She stopped [the of] this drug.
The plan had [a symptoms] of the neck.
There is [a] documentation of weakness.
He had several [session] of therapy.
He takes [this medications] at night.
All of [above] mentioned drugs were stopped.
There [was] muscle spasms in the neck.
There [were] no evidence of a tear.
The guidelines [states] that rest helps.
The guidelines for opioids [recommends] a trial.
This guideline [recommend] rest.
The MTUS [recommend] rest.
The examination of the knee [reveal] swelling.
The request for an MRI [were] denied.
The results of the study [was] normal.
The additional 12 sessions [is] not supported.
The imaging studies to date [has] been normal.
Today she [have] pain.
Today they [was] examined.
The patient [have] pain at night.
Her [diagnosis] include sprain and strain.
He has [went] home.
She was [undergone] surgery.
She [is] been treated.
She [was be] seen in May.
The brace [may been] of use.
The brace [is was] old.
She has [complain] of pain.
He was [diagnose] with a sprain.
The brace did not [reduced] the pain.
The records do not [shows] any gain.
The brace will [helped] her.
The brace did [helped] her.
He was able to [walked] for a mile.
She began to [underwent] therapy.
The chart documented [decrease] sensation of the hand.
The patient [decreased] range of motion.
The patient [complaining of] pain.
There is [not] evidence of a tear.
She [denies no] pain.
The note says that he [want] rest.
The scan was old, [nor it was] read.
There was [no documented] of a fall.
There was a [lack] documentation of the fall.
She had a [total] up to 18 visits.
He had a full [course] physical therapy.
The guidelines do not [address].
The MTUS [silent] on this brace.
It was stopped due to [the fact] there was no gain.
It is recommended for [patients] have failed rest.
[Utilization] denied the brace.
The chart holds a letter [of from] the clinic.
The request [for of] a brace was sent.
She has a plan [to for] a brace.
He had 10 sessions [of over] 8 weeks.
It was used in conjunction [to] rest.
It is [unclear of] the reason.
He fell on [(11/02/2016)] at work.
An MRI of the [lumbar] was read.
She came for [lumbar], but left.
The [injured workers] pain is worse.
The [patients] pain is worse.
The [patient] current drugs are listed.
This is the [guidelines] recommendation.
[MRI's are] of use.
It was changed to include[,] rest.
The guidelines[,] recommend rest.
The records provided for review[,] do not show it.
What is at issue[,] is the brace.
He has pain [or and] weakness.
He has pain [and or] weakness.
Range of motion of both knees [are] full.
Neither of the knees [were] swollen.
Both of the knees [was] swollen.
Each of the scans [were] old.
The number of visits [were] small.
There [was] two falls in May.
The knee [have] been stable.
The clinician, along with two aides, [were] there.
The clinician, who [are] treating him, rests.
The visits, which [was] many, helped.
She [do]n't rest.
Therapy has [include] rest.
Her pain has [decrease] to 3/10.
Rest has [help] him walk.
She has [had] completed ten visits.
Had the drug [provide] relief, it would be kept.
The scan was [show] to her.
The brace must be [check] weekly.
The fall [was occurred] at work.
She may [returns] to work.
He must [to] rest.
He [could being] seen.
She [is] having pain since the fall.
He is [able] walk for a mile.
He used to [walked] a mile.
The [evidences] of a tear are few.
She had [a] partial relief.
She felt [a] less pain.
All of [this visits] were had.
She rested because it was cold. It was denied [because of] no trial was done.
Although rest helped, [but] it has ended.
The worker, a cook, [she] rests.
The pain has [gradual] increased.
She needs few [visit] of that kind.
The requested brace for the knee[,] is not needed.
Tramadol[,] is an opioid.
The brace requested in June[,] does not fit.
[On] inspection of the scar of the knee revealed no redness.
[Upon] examination showed a scar.
[In] examination showed a scar.
[During] palpation revealed a scar.
[With] palpation revealed a scar.
It was [noted His] grip was weak.
Surgery is an [option When] rest fails.
She took [notes There] was no plan.
It was [noted Her] grip was weak.
It was [noted This] was old.
It was [noted These] were old.
It was [noted He] was old.
It was [noted She] was old.
It was [noted It] was old.
It was [noted They] were old.
It was [noted However] the scan was old.
It was denied [due to] gabapentin and ice are of no use.
The trial of ice and heat [have] failed.
The review of notes and scans [have] ended.
The use of ice and heat [have] ended.
The examination of joints and muscles [have] ended.
The lack of rest and sleep [have] hurt him.
MTUS [recommend] a trial.
ODG [recommend] a trial.
ACOEM [recommend] a trial.
Rest, ice and the brace [has] helped.
The scan, the brace, and the drug [was] denied.
Pain, weakness, and numbness [was] seen.
Left shoulder and left knee [was] tested.
There is no [documentation] the worker's willingness to rest.
There is no [documentation] functional gain.
It is not [consistent] the guideline.
The pain is [secondary] the fall.
It was seen [prior] the fall.
She is [capable] the task.
It is [dependent] the scan.
She had [surgery the] right knee.
She felt [pain the] left knee.
There was [evidence] severe weakness.
She has a [number] other complaints.
The brace is old[..] It is worn.
She had pain[,,] and rested.
She had pain[,.] The rest is old.
The brace is [old .] It is worn.
She had [pain ,]and rested.
The scan was unclear. [the] brace is new.
The worker [been] treated for it.
The request [not] medically necessary.
The worker [not] working at this time.
It is noted the injured worker [were] in pain.
The chart states that the worker [have] pain.
The records show the worker [complain] of pain.
How often she [have] rested is known.
The visits he [were] at helped.
The guidelines [states] special tests.
These [is] the same.
He deals with the conditions that [is] old.
She had [less] side effects.
He felt pain in his [back The] scan was old.
He is able to [walks].
He failed to [responded] to rest.
She currently [take] a drug.
Other treatment [include] rest.
The number of visits [exceed] it.
[Much] visits were had.
The injection was given [at] 5/6/2016.
It was done [in] 5/6/2016 at noon.
All of the criteria [is] met.
The worker [diagnosed] with a sprain.
The claimant [referred] to a surgeon.
He rests when he [feel] a pop.
The therapist [note] that she rests.
Treatment [include] rest.
MRI of the knee [show] a tear.
The request for a brace [medically necessary].
The evidence to [supported] it is old.
She has a pain that [radiate] into the leg.
She saw the surgeon, who [recommend] surgery.
The surgeon advised her to [stopped] smoking.
Hydrocodone [cause] her to vomit.
[Is it] worth noting that no surgeon has seen him.
The wound grew by two [centimeter].
The [decision] for the brace and a cane is not medically necessary.
The earlier [determination] dated 5/6/2016 was found not medically necessary.
A referral to the clinic [be] made in May.
The splint requested [be] denied.
Although rest may be of use, the six visits of therapy [is] over the limit.
The notes do not say what visits to the clinic [was] missed.
The guidelines recommend rest for a sprain and [supports] ice.
The studies are old and [supports] ice.
He rested [and Two] visits were held.
He rested [and Three] visits were held.
He rested [and Four] visits were held.
He rested [and Five] visits were held.
He rested [and Six] visits were held.
He rested [and Seven] visits were held.
He rested [and Eight] visits were held.
He rested [and Nine] visits were held.
He rested [and Ten] visits were held.
He rested [and Twelve] visits were held.
A trial lasts for two [weeks With] proof of gain.
The worker reports pain and [deny] weakness.
The patient is seen each week and [deny] weakness.
The patient was old and [deny] weakness.
The surgeon recommends rest and [deny] that it harms.
The number of visits requested [exceed] the limit.
The number of visits to the clinic performed [exceed] the limit.
The patient, who [have] had surgery, is stable.
The brace which [were] worn in May is old.
This [are] not supported.
He has knee pain[, he] also has a limp.
The worker is well[, the] patient has no pain.
The worker is well[, the] injured worker has no pain.
The guidelines are clear[, there] is no proof of need.
She wears a brace[, she] has pain at night.
He lifted up to 20 [pound].
The claimant [report] numbness of the hand.
The claimant [deny] numbness of the hand.
The claimant [describe] the pain as dull.
The claimant [demonstrate] full strength.
The claimant [rate] the pain as six.
The guidelines recommend rest and [accepts] that ice helps.
The guidelines recommend rest and [continues] as follows.
X-rays of the knee [was] normal.
The x-ray of the knee [were] normal.
The risks and benefits [was] discussed.
Flexion is limited to 40 [degree].
It was denied [due to] the prior care including rest and ice are not specified.
More visits would be approved after the results of the trial [is] known.
The worker has pain[, the] physical examination revealed a scar.
The worker has pain[, the] exam showed a scar.
Therefore, the brace is not medically [necessary]
The brace is medically [necessary]
The note dated 5/6/2016 [indicate] that she rests.
The notes dated 5-6-2016 [was] read.
Medication [include] ice.
Inspection [include] the heel.
Evaluation of the heel [include] a scan.
The cited guideline [support] ice.
The worker [prescribed] physical therapy in June.
The patient [referred] to a clinic in June.
The cited guideline [address] ice.
The cited guideline [allow] ice.
The laboratory studies and medical history [was] normal.
The fever and symptoms [was] brief.
His fever and symptoms [raises] concern.
She asks that no new plan of care [have] been sent.
Treatment thus far [have] included rest.
The surgeon's report [describe] a tear.
Prolonged use of splints [require] a note.
The ODG and ACOEM guidelines [does] not say so.
They [upsets] her stomach.
He had not yet [began] to swim.
The chart shows ongoing [swelling the] right foot.
She has decreased [sensation the] left thumb.
There was [tingling the] left hand.
The photograph shows [bruising the] right thigh.
There is [discomfort the] left hip.
There was [tightness the] right calf.
[According] the nurse, he fell.
[Pursuant] the statute, it is capped.
[Subsequent] the fall, he limped.
[Secondary] the fall, he limps.
[Contingent] the outcome, he may return.
There is no [indication] the brace.
There is no [justification] the brace.
There is no [rationale] the drug.
It shows the [necessity] the brace.
It shows no [eligibility] the program.
The chart shows poor [adherence] the diet.
He had an [exposure] the dust.
She has an [allergy] the glove.
He had a [referral] the clinic.
There is an [improvement] his gait.
There was a [reduction] her pain.
It shows no [participation] the program.
He has no [affiliation] the clinic.
There was no [compliance] the diet.
As such, the brace [not] supported.
`;

/** Sentences in which nothing is wrong. */
const SOUND = `
Both species of bacteria were found.
Both means of support were tried.
Both series of injections were of use.
She had rather rest than swim.
He had better return to the clinic.
He had best wait.
She would sooner rest; she had sooner walk than drive.
The physician prescribed physical therapy for six weeks.
The surgeon referred to the films of May.
The therapist instructed in safe lifting.
Findings that point to a nerve are required.
Patients that work at heights are at risk.
Those that exercise at home are better off.
Her fever and symptoms raise concern.
The history and the study were sent.
Used splints require a note.
They report no pain.
It is not yet broken.
There is no indication the visits helped.
The improvement the clinic saw was brief.
In this case, the scan, not seen before, was read.
Naproxen upset her stomach.
Is it clear that he fell? It is.
He asked that the pain that radiates be treated.
The doctors who recommend surgery are few.
The committee were divided, and the panel were of two minds.
The exercises that he did helped.
The clinic asks that he rest, and that he return.
The exercises he did helped him.
The work she could do had its limits.
What he did helped.
He was treated for pain with Norco.
The pain that he was treated for with Norco is better.
The specialist she was referred to for this has left.
The tear, which she was seen for with a cane, has healed.
Acupuncture 12 sessions is the request.
Six visits is a reasonable trial.
Twelve sessions is more than the guideline allows.
Ten visits is within the range.
Findings on MRI show a tear.
The results of the physical examination show weakness.
The records submitted for review do not say why.
The records available for review show pain.
Parts of the guideline recommend rest.
The editions of the MTUS recommend rest.
Considerations in the diagnosis include age.
She did not bleed.
The plan did not succeed.
The nurse does do stretches with him.
That he did do stretches is noted.
MTUS silent. ODG on point.
The provider was able to proceed.
He was redirected to therapy.
The splint that was asked for in May arrived.
Lest he have pain, she helps.
The Official Disability Guidelines recommendation was followed.
For of all the drugs, it is the safest.
With for example ice, pain falls.
A history of from two to four attacks is known.
The patient denies no one help.
Two weeks of rest is enough.
Pins and needles was felt.
Wear and tear is seen.
The MTUS/ACOEM guidelines do not address it.
What he asked for is here.
She is one of the patients who are old.
If he were well, he would walk.
It is asked that she have rest.
Should continued pain be felt, she rests.
In May treated patients rest.
There was decreased strength and reflexes.
There is 5/5 strength.
The level 2 visit was long.
On November 1, 2016 office visits were had.
A 12 visit trial was had.
Both the knee and the hip hurt.
Both knee and hip pain is felt.
The record evidences a tear.
What it does is reduce pain.
She has been off work since May.
Work status is return to work.
She was hit by a car.
He has got a brace.
The request for a brace and the request for a scan were denied.
The plan is to rest, to be had at home.
The brace, however, is old.
The brace however, is old.
The brace, is it needed?
What he wears, is a brace.
The patient reports pain, has a limp, and rests.
EHL 3/5 on 6/2, was 5/5 in April.
Seen by Dr. Roe, M.D., is the patient.
On inspection of the knee, there is a scar.
The exam on inspection revealed a scar.
On rest the pain shows no change.
He rests. When in pain, he sits.
Neck and shoulder pain was felt.
Neck, back and shoulder pain was felt.
Motor and sensory function was intact.
Strength and sensation testing was normal.
The worker, a cook and a mother, was seen.
There is no documentation the worker has failed rest.
There is no evidence the brace helped.
She had surgery the next day.
She felt pain the entire night.
On examination the knee was stable.
After surgery the worker rested.
She considers surgery the best option.
He had a prior the same day.
There is no evidence available to him.
She had therapy the doctor chose.
The straight leg raise test was positive.
The worker rated pain the worst of all.
She had pain a day later.
And so on ... It ended... She saw John Roe, M.D., in May.
The dose is .5 mg, of Acme Inc., and the max. the chart has.
She rests on an incl. the bed is new.
It is asked that the worker have rest.
She will help the worker continue to rest.
Did the worker need a brace?
The worker's exams are old.
If the worker were well, he would rest.
It's been seen, and it has rarely been old.
The worker stays home, not working.
The brace that was not worn is new.
The scans not read are old.
Scan not available.
It is for less extensive procedures.
He tried to rest and she tried to rest.
She is able to rest, and to rest well.
It is less than ten pills.
It was more or less weeks of rest.
It is in the 5/6/2016 note and in 5/6/2016 notes.
It is in 5/2016 notes.
All of the surgery is done.
The worker seen by the nurse was ill.
Did he feel a pop?
She lets him rest and he rests.
The request for a brace found medically necessary.
What is medically necessary.
It is not in the notes, which is known.
He had (the usual). the end
No fall, no surgery, and no weakness is known.
The decision for a brace was sent, and the brace is medically necessary.
The decision to deny the brace was medically necessary.
A decision that the brace is medically necessary was sent.
The patient asked the brace be removed.
It is best that the request be denied.
The nurse let the splint be removed.
The wish to see the splint be removed is old.
The splint, be it denied, is old.
The wish for rest she would be granted.
The notes show the knee swells and hurts.
The guidelines ask that the patient rests and returns.
The notes say he rests and returns.
Because she has pain in the neck, the back and the hips are spared.
Although it is old, new, the six visits is over the limit.
What the visits are for is not known.
What the patient needs is a brace.
What visits cost is known.
The clinic in Ten Sleep is closed.
The patient does not smoke and drink.
The surgeon wants to rest and continue the brace.
The plan is rest and continue the brace.
The nurse helps the patient rest and become well.
The nurse makes the knee swell and become stiff.
The patient and the surgeon who were seen left.
Visits like this are old.
The pain is severe, he has said.
The pain is severe, he was told.
It is not the knee, it is the hip.
The day she fell, she was alone.
When he rests, he is well.
The brace he wears is old, and he is well.
The brace is old, he is, she says, well.
It is, he is aware, old.
The surgeon, he has rest, is old.
The pain which is old, he is told, is worse.
"He is old," he was told.
The guidelines recommend rest and supports for the wrist.
The guidelines recommend rest and supports.
An x-ray of the hip was done.
A 40 degree angle was seen.
The wear and tear was seen.
The knee is well, he has cut down on his two pills, and the hip is well.
It was denied due to pain and the brace is not old.
The brace that was worn after the visits is old.
The pain felt after the visits is old.
Whether the brace is medically necessary
Brace not medically necessary
The note dated 5/6/2016 is old.
Nor does the guideline support ice.
`;

const linesOf = (text: string): readonly string[] => text.trim().split('\n');

/** The words that are marked in a sentence. */
function found(sentence: string): readonly string[] {
  const passage = wordingOf(new LetterText(sentence).prose);
  return grammarSlips(passage, false).map((slip) => passage.reading.tokens.slice(slip.first, slip.end));
}

describe('slips of grammar', () => {
  test.each(linesOf(SLIPS))('%s', (marked) => {
    expect(found(marked.replace(/[[\]]/g, ''))).toEqual([/\[(.*)\]/.exec(marked)?.[1] ?? '']);
  });

  test.each(linesOf(SOUND))('nothing is wrong in: %s', (sentence) => {
    expect(found(sentence)).toEqual([]);
  });
});
