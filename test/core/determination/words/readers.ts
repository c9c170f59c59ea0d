import { passageOf } from '../../../../server/src/determination/language.ts';
import { NO_HEADER } from '../../../../server/src/determination/lines/header.ts';
import type { SpinalLevel } from '../../../../server/src/determination/model/anatomy.ts';
import { findBodyParts } from '../../../../server/src/determination/readers/anatomy/bodyMentions.ts';
import { readBodyParts, readLaterality } from '../../../../server/src/determination/readers/anatomy/bodyParts.ts';
import { levels } from '../../../../server/src/determination/readers/anatomy/levels.ts';
import { findSides } from '../../../../server/src/determination/readers/anatomy/sides.ts';
import { readConclusion } from '../../../../server/src/determination/readers/conclusion/conclusion.ts';
import { rolesOf } from '../../../../server/src/determination/readers/dates/dateRoles.ts';
import { readDates } from '../../../../server/src/determination/readers/dates/dates.ts';
import { isDay } from '../../../../server/src/determination/readers/dates/days.ts';
import { identitiesIn } from '../../../../server/src/determination/readers/identity/identity.ts';
import { ordersInText, ordersOfHeading } from '../../../../server/src/determination/readers/medication/orders.ts';
import { findMissing } from '../../../../server/src/determination/readers/missing/missing.ts';
import { readPatient } from '../../../../server/src/determination/readers/patient/patient.ts';
import { workerMentionsIn } from '../../../../server/src/determination/readers/patient/workerMentions.ts';
import { readReviewed } from '../../../../server/src/determination/readers/reviewed/reviewed.ts';
import {
  goesWithOperation,
  isAroundSurgery,
  isBeforeSurgery,
  lacksIndependence,
  mentionsAuthorization,
  mentionsNecessity,
  tellsApart,
  tellsOfRepeatedRequest,
  tellsOfRequest,
} from '../../../../server/src/determination/readers/shared/cues.ts';
import { affirmationsIn, denialsIn } from '../../../../server/src/determination/readers/statements/statements.ts';
import { readCategory } from '../../../../server/src/determination/readers/treatments/category.ts';
import { findAskedFor, findDecided } from '../../../../server/src/determination/readers/treatments/decided.ts';
import { drugClassesOfSection } from '../../../../server/src/determination/readers/treatments/drugClasses.ts';
import { readRequest } from '../../../../server/src/determination/readers/treatments/request.ts';
import { keysOfRequest } from '../../../../server/src/determination/readers/treatments/sameRequest.ts';
import { findTreatments } from '../../../../server/src/determination/readers/treatments/treatments.ts';
import { readQuotedLimits } from '../../../../server/src/determination/readers/visits/quotedLimits.ts';
import { dates } from '../../../../server/src/language/values/date.ts';
import { LetterText } from '../../../../server/src/text/letterText.ts';
import type { Prose } from '../../../../server/src/text/prose.ts';
import { orderInWords } from '../../../support/orderWords.ts';
import { afterSurgeryIn, kindsIn, limitsIn, partIn, priorIn, tooManyIn, visitsIn } from '../visits/read.ts';

const listed = (found: readonly string[]): string => found.join('; ') || '-';

function inLevels({ from, to }: SpinalLevel): string {
  const [top, bottom] = [`${from.region}${from.number}`, `${to.region}${to.number}`];
  return top === bottom ? top : `${top} to ${bottom}`;
}

/** Of a text that is no letter. */
const NOWHERE = { sections: [], header: NO_HEADER, headerBlocks: [], issues: [] };
const THERAPY = 'Physical therapy, 12 visits';
const CRUTCHES = 'Crutches';

/** What words mention, whatever else they say. */
const CUES = {
  'a request': tellsOfRequest,
  'an authorization': mentionsAuthorization,
  necessity: mentionsNecessity,
  'an operation': isAroundSurgery,
  'what goes with one': goesWithOperation,
  'the time before one': isBeforeSurgery,
  'a request like another': tellsApart,
  'a repeated request': tellsOfRepeatedRequest,
  'how reviewers are chosen alone': lacksIndependence,
};

const sidesOf = (prose: Prose, kind: 'prose' | 'heading'): string =>
  listed(findSides(prose, kind).map(({ side, bodyPart }) => `${side} ${bodyPart ?? '-'}`));

/** What each reader reads in a text by itself, in one line; '-' where it reads nothing. */
export const READERS: Readonly<Record<string, (prose: Prose) => string>> = {
  levels: (prose) => listed(levels(passageOf(prose).reading).all.map(inLevels)),
  sides: (prose) => sidesOf(prose, 'prose'),
  'sides of a heading': (prose) => sidesOf(prose, 'heading'),
  parts: (prose) => listed(findBodyParts(prose).map(({ value, span }) => `${prose.within(span).text}: ${value}`)),
  place: (prose) => {
    const request = readRequest(prose);
    return `${readLaterality(request)?.value ?? '-'} ${readBodyParts(request)
      .map(({ value }) => value)
      .join(', ')}`;
  },
  category: (prose) => readCategory(readRequest(prose).treatment).value,
  treatments: (prose) =>
    listed(
      findTreatments(prose).map(({ value: { name, category, drugClass } }) => `${name} (${drugClass ?? category})`),
    ),
  'drug classes': (prose) => listed(drugClassesOfSection(prose.text, []) ?? []),
  request: (prose) => {
    const request = readRequest(prose);
    return request.kind === 'whole'
      ? `whole: ${request.treatment.text}`
      : `${request.kind}: ${request.treatment.text} of ${request.original.text}, ${request.authorized?.text ?? '-'}`;
  },
  'same request': (prose) => listed(keysOfRequest(prose).map((key) => String(key.split(' ').length))),
  decided: (prose) => listed(findDecided(prose).map(({ span }) => prose.within(span).text)),
  'asked for': (prose) => listed(findAskedFor(prose).map(({ span }) => prose.within(span).text)),
  'roles of days': (prose) => {
    const passage = passageOf(prose);
    return listed(rolesOf(passage, dates(passage.reading).all.filter(isDay)).map(({ role }) => role));
  },
  'words of roles': (prose) => {
    const passage = passageOf(prose);
    const told = rolesOf(passage, dates(passage.reading).all.filter(isDay));
    return listed(told.map(({ role, by }) => `${role}: ${by === null ? '-' : passage.prose(by).text}`));
  },
  patient: (prose) => {
    const days = readDates(new LetterText(prose.text), NOWHERE);
    const { age, sex, dateOfInjury, severalInjuries } = readPatient(prose, days);
    const told = [age, sex, dateOfInjury].map((found) => String(found?.value ?? '-'));
    return `${told.join(' ')}${severalInjuries === null ? '' : ', several injuries'}`;
  },
  'words of the worker': (prose) => listed(workerMentionsIn(prose, 0).map(({ span }) => prose.within(span).text)),
  orders: (prose) => listed(ordersInText(prose).map(orderInWords)),
  'orders of a heading': (prose) => listed(ordersOfHeading(prose).map(orderInWords)),
  reviewed: (prose) => listed(readReviewed(prose).map(({ value, words }) => `${value}: ${words.text}`)),
  'reviewed in part': (prose) =>
    listed(readReviewed(prose).map(({ value, isOfPart }) => `${value}${isOfPart ? ' in part' : ''}`)),
  days: (prose) =>
    listed(
      readDates(new LetterText(prose.text), NOWHERE).map(
        ({ role, isNamed, isOfEarlier }) => `${role}${isNamed ? ', named' : ''}${isOfEarlier ? ', of earlier' : ''}`,
      ),
    ),
  cues: (prose) => listed(Object.entries(CUES).flatMap(([name, tells]) => (tells(prose) ? [name] : []))),
  'visits before': (prose) => priorIn(THERAPY, prose.text),
  'visits before in a rationale': (prose) => priorIn(THERAPY, prose.text, 'rationale'),
  'part of the visits': (prose) => partIn(THERAPY, prose.text),
  limits: (prose) => limitsIn(THERAPY, prose.text),
  'words of limits': (prose) =>
    listed(readQuotedLimits(prose, 'physical-therapy').map(({ span }) => prose.within(span).text)),
  'kinds of limits': (prose) => kindsIn(THERAPY, prose.text),
  'too many': (prose) => tooManyIn(prose.text),
  'after surgery': (prose) => afterSurgeryIn(prose.text),
  visits: (prose) => visitsIn(prose.text),
  premises: (prose) => {
    const rationale = new LetterText(`${CRUTCHES}\n\n${prose.text}`).prose;
    const { premises } = readConclusion(rationale.slice(CRUTCHES.length), rationale.slice(0, CRUTCHES.length));
    return listed(premises.map(({ value, name }) => `${value}: ${rationale.within(name).text}`));
  },
  missing: (prose) => listed(findMissing(prose).map(({ value }) => value)),
  identities: (prose) =>
    listed(identitiesIn(prose, 'text').map(({ kind, span }) => `${kind}: ${prose.within(span).text}`)),
  told: (prose) =>
    listed(
      [...denialsIn(prose), ...affirmationsIn(prose)].map(({ polarity, speaker, value, parts, sides, limits }) => {
        const where = [...new Set([...parts.map((part) => part.value), ...sides])].join(', ');
        const narrowed = limits.map(({ kind }) => ` [${kind}]`).join('');
        const who = speaker === 'worker' ? 'worker: ' : '';
        return `${who}${polarity === 'denied' ? 'no' : 'had'} ${value.name}${where === '' ? '' : ` (${where})`}${narrowed}`;
      }),
    ),
};
