import type { ObjectKind } from '../clauses/object.ts';
import type { SubjectKind } from '../clauses/subject.ts';
import type { CONCLUSION_WORDS } from '../words/words.ts';

/** 1: for the treatment; -1: against it. */
export type Sign = 1 | -1;

/** The part that the deciding word plays in its clause. */
export type Position =
  /** After 'is', 'seems', 'is found', or by itself in a note. */
  | 'predicate'
  | 'passive'
  | 'active'
  /** 'Certify.', 'Would go ahead.' */
  | 'command'
  | 'noun'
  /** 'too little to support it' */
  | 'infinitive'
  /** 'was properly denied' */
  | 'adverb'
  /** A phrase as a whole. */
  | 'idiom';

/** What else must hold where a construction is to be read. */
export type Requirement =
  /** 'should', 'must', 'cannot', 'is to'. */
  | 'duty'
  | 'duty or may'
  /** Neither 'may continue to hurt' nor 'must be stopped before the test'. */
  | 'for good'
  | 'would'
  /** 'can'. */
  | 'ability'
  /** Its own words deny it. */
  | 'denied'
  | 'not denied'
  /** 'may', 'should', 'would', 'can'. */
  | 'modal'
  /** So, or 'is to'. */
  | 'modal or to be'
  /** The phrase ends after the word. */
  | 'ends'
  /** Nothing or a pronoun follows: 'Proceed.', 'Fix it.' */
  | 'curt'
  /** Of this request, not of such requests in general. */
  | 'definite'
  /** A comma comes before it: 'Twelve up front, no.' */
  | 'set off'
  /** 'to deny it', 'not to look', 'to see it turned down' follows. */
  | 'refusing'
  | 'not refusing'
  /** 'to order it', 'to see it done' follows. */
  | 'granting'
  /** 'Sending him there' is what is rated. */
  | 'a deed'
  /** 'each', 'every', 'all' of them. */
  | 'every one'
  /** A noun phrase follows: 'have the scan', not 'have had it'. */
  | 'to get it'
  /** 'this request', 'here' is in the clause. */
  | 'of this case'
  /** Not patients in general. */
  | 'one patient'
  /** 'persuades me', not 'persuades me otherwise'. */
  | 'not otherwise'
  /** 'the left one' */
  | 'of a side'
  /** 'this month's supply', 'filled once' */
  | 'of a share'
  /** 'needs it', 'doesn't need one', 'needs the splint' that the heading names */
  | 'what is asked for'
  /** Of what the heading names, or of 'the request': not of a disease, nor of another treatment. */
  | 'asked for'
  /** 'meets none of them', 'satisfies all' */
  | 'none or all'
  /** 'it', 'this', 'that' alone. */
  | 'it'
  /** The clause has no finite verb: 'Splint: cert.' */
  | 'in a note'
  /** Not 'upheld as necessary'. */
  | 'not as'
  /** Not 'it was held against the request that …'. */
  | 'not held'
  /** Not 'the number': that it is exceeded concludes nothing. */
  | 'not a figure'
  /** Not 'too long to be set out here'. */
  | 'not for a deed'
  /** What is let be is no treatment that is named before. */
  | 'of no treatment'
  /** Not 'must meet the criteria', which says only that it has to. */
  | 'no demand'
  /** Not 'the scan answers it', which is said of a question. */
  | 'not a reply'
  /** Not 'all four are required', which is said of criteria. */
  | 'not of all'
  /** 'I want him scanned' */
  | 'wished'
  /** 'must be tried before a gym is paid for' */
  | 'before it'
  /** So, or 'Drug' in a note. */
  | 'definite or a name'
  /** 'Doing it again', 'Sending him' */
  | 'a deed to him'
  /** Not 'Since the first request falls, …'. */
  | 'in a main clause'
  /** Not 'want more before I do it'. */
  | 'not more'
  /** Not 'side with the films'. */
  | 'not the record'
  /** 'let him rest first' */
  | 'first'
  | 'not first'
  /** Not 'Let's see'. */
  | 'not us'
  /** Not 'a grip of 12 against 38'. */
  | 'not before a figure'
  /** 'it fails', not 'it failed' */
  | 'now'
  /** Its subject is what the heading names, or the request. */
  | 'of what is asked'
  /** Not the 'it' of 'If the denial rests on that, it cannot stand'. */
  | 'not of a denial'
  /** As that, but by its name: not 'it'. */
  | 'of what is named'
  /** Neither 'was' nor 'has been'. */
  | 'at present'
  /** 'Somebody should see him.' */
  | 'by somebody'
  /** Not 'want the scan denied' */
  | 'as it is'
  /** The sentence ends after it, or a comma does: 'it fails', not 'it fails to help'. */
  | 'ends there'
  /** Its subject is who gives what the heading names: 'a psychiatrist' for 'Psychiatric evaluation'. */
  | 'by what is asked'
  /** What follows names what the heading names: 'see an internist' for 'Internal medicine consultation'. */
  | 'what is asked'
  /** Not the 'Against' of 'Against that background I read it'. */
  | 'not opening'
  /** Not 'that is no question for me, and I leave it alone'. */
  | 'would or command'
  /** 'leave it alone' */
  | 'alone'
  /** 'let it stand' */
  | 'to stand'
  /** 'share that view' */
  | 'of a view'
  /** Not 'mistaken about the weight'. */
  | 'not of a detail'
  /** Not 'I accept the first two', of reasons that somebody gives. */
  | 'more than reasons'
  /** Not 'agree on the diagnosis'. */
  | 'not on a detail'
  /** Of a review: not 'right about the films'. */
  | 'not about a detail'
  /** A word of withholding is near: 'rightly denied'. */
  | 'of a denial';

/** What a way to conclude comes to. */
export interface Outcome {
  readonly id: string;
  readonly as: readonly Position[];
  /** 0: that of what was said before. */
  readonly sign: Sign | 0;
  /** 3: a decision, or necessity named; 2: rated; 1.5: by criteria. */
  readonly strength: 3 | 2 | 1.5;
  /** Somebody else's, not the reviewer's. */
  readonly isOthers?: true;
  /** In the past tense it is about others: 'was certified in May'. */
  readonly isOthersInPast?: true;
  /** A decision, rather than a rating. */
  readonly isDecision?: true;
  /** A word that guidelines use of all such cases. */
  readonly isGuidelines?: true;
  /** 'may proceed' permits. */
  readonly isPermission?: true;
  /** Its subject may be the review or the patient. */
  readonly takesOthers?: true;
}

/**
 * One way to conclude. A row says what its word does in such a place, never what follows from it: whether it is denied,
 * by whom it is said and of what part is reckoned around it.
 */
export interface Construction extends Outcome {
  readonly anchor: keyof typeof CONCLUSION_WORDS;
  /** Any, where there is none. */
  readonly subject?: readonly SubjectKind[];
  readonly object?: readonly ObjectKind[];
  readonly needs?: readonly Requirement[];
  readonly holds: string;
  readonly misses: string;
}
