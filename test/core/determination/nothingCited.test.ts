import { describe, expect, it } from 'vitest';
import {
  isOfReviewAlone,
  saysNothingCited,
} from '../../../server/src/determination/readers/citations/nothing/nothingCited.ts';
import { NOTHING_ROWS } from '../../../server/src/determination/readers/citations/nothing/vocabulary.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';
import { testRows } from '../../support/rowTests.ts';

testRows('words that cite nothing', NOTHING_ROWS);

const isNothing = (clause: string): boolean => saysNothingCited(new LetterText(clause).prose);

/** `text` with each of some words in place of its '#'. */
const each = (text: string, words: string): readonly string[] =>
  words.split('|').map((word) => text.replace('#', word));

const SOURCES =
  'guideline|article|source|authority|citation|reference|evidence|literature|study|publication|textbook|criterion|criteria|standard|studies|paper|journal|work|chapter|section|schedule|regulation|handbook|text|book|page';
const KINDS =
  'medical|clinical|scientific|published|peer-reviewed|practice|treatment|evidence-based|formal|written|specific|particular|supporting|external|single|applicable|relevant|printed';
const CITED =
  'cited|named|given|stated|listed|provided|offered|consulted|applied|used|followed|quoted|referenced|referred to|turned to|looked to|looked up|called on|drawn on|drawn upon|resorted to|leaned on|relied on|relied upon|identified|specified|supplied|mentioned|noted|indicated|invoked|made|drawn|entered|written|adduced|advanced|produced|brought forward|brought to bear|put forward|set down|opened|sought|looked for|looked at|searched for|weighed|made use of|furnished|tendered|considered|reviewed|adopted';
const CITE =
  'cite|name|give|gave|state|list|provide|offer|consult|apply|use|follow|quote|reference|refer to|turn to|look to|look up|draw on|draw upon|drew on|drew upon|resort to|lean on|go by|went by|rely on|rely upon|rest on|identify|specify|supply|mention|invoke|point to';

describe('nothing is cited', () => {
  it.each([
    'None.',
    'N/A',
    'Not applicable.',
    'Guidelines: none.',
    'MTUS: none.',
    'No guideline, article or study.',
    '[None]',
    'Authority: none given.',
    'No source is named by the reviewer for this item.',
    'No published standard of any kind is invoked.',
    'No applicable guideline was located and cited.',
    'No guideline appears to have been consulted.',
    'did not cite any evidence basis for its decision.',
    'In this matter I went by no guideline.',
    'The reviewer turned to no guideline or any other authority.',
    'No guideline or other source was consulted.',
    'The matter was weighed, and no guideline was applied.',
    'It was weighed and no guideline was applied.',
    ...each('#.', 'None|Nothing|Nil|N/A|Unspecified|Left blank'),
    ...each('No # was named.', SOURCES),
    ...each('No # source was named.', KINDS),
    ...each('No guideline was #.', CITED),
    ...each('We # no guideline.', CITE),
    ...each('No source #.', 'of any kind|of any sort|of any type|of any description|whatever|whatsoever|at all'),
    ...each('No article # study.', 'or|nor|and|or any|nor any|and any'),
    ...each('# guideline was named.', 'No|Neither|Not a|Not one'),
    ...each(
      'The reviewer # cite a guideline.',
      "failed to|fails to|omitted to|declined to|did not|didn't|does not|do not|has not|have not|cannot|never",
    ),
    ...each('He did not # which guideline.', 'name|identify|specify|state|give|tell|disclose|say|indicate'),
    ...each(
      'No guideline # cited.',
      'is|are|was|were|has been|have been|appears to have been|seems to have been|appear to have been|seem to have been',
    ),
    ...each(
      'No guideline is # cited.',
      'here|ever|expressly|specifically|otherwise|actually|apparently|clearly|directly|explicitly',
    ),
    ...each('None cited # this item.', 'for|in|as to'),
    ...each(
      'The reviewer did not # cite any paper.',
      'trouble to|bother to|choose to|see fit to|need to|care to|think it necessary to|find it necessary to',
    ),
    ...each('The reviewer has not # cite any paper.', 'troubled to|bothered to|chosen to|seen fit to'),
    'The reviewer chose not to name a paper.',
    ...each('Nothing # was consulted.', 'in print|published|written|printed|else|more'),
    'The reviewer left this part blank.',
    'The field is empty.',
    ...each(
      'No paper # this decision.',
      'accompanies|underlies|stands behind|lies behind|enters into|comes into|goes with|backs',
    ),
    ...each('No paper was # needed.', 'thought|considered|deemed|felt|judged|believed|held|found'),
    ...each('A paper was not thought #.', 'necessary|to be needed|needful|required|called for|wanted'),
    ...each('The reviewer saw # to cite a paper.', 'no need|no occasion|no call'),
    'It was found unnecessary to cite a paper.',
    'The reviewer did not find a citation to be needful.',
    'It was not considered needful to look for a paper.',
    ...each(
      '# experience.',
      "Own|Clinical|Medical|Professional|General|Ordinary|Plain|Common|Personal|Sound|Surgical|Everyday|Bedside|The reviewer's|Reviewer's|His|Her|My|Our|Its|This reviewer's|Years of|Many years of|Long",
    ),
    ...each('Clinical #.', 'judgment|judgement|experience|sense|expertise|training'),
    'Plain common sense.',
    ...each('# on common sense alone.', 'Decided|Settled|Based|Rests|Relies'),
    ...each('The reviewer went by experience # by a paper.', 'rather than|instead of|, not'),
    ...each('They did not rely on # evidence.', 'any|a|an|one|its|the use of any'),
    ...each(
      'He ruled without # any source.',
      'reference to|recourse to|citation of|mention of|the aid of|reliance on|citing|naming',
    ),
    ...each('It was # without any source.', 'decided|determined|reached|made|judged|resolved|concluded'),
    'No studies cited or named by the reviewer.',
    'Neither guideline named here.',
    'Published study not named for this item.',
    'Article not cited.',
    'There was no study cited by the reviewer.',
    'The reviewer never stated which study he consulted.',
    'He did not clearly name the article he used.',
    'Guideline omitted.',
    'Without evidence.',
    'The reviewer names no guideline and no study.',
    ...each('He relied on no guideline and # no study.', 'on|upon'),
    'No article, no study, and no source of any sort was consulted.',
    'The reviewer turned to nothing, no guideline and no literature.',
    'No source is given here, and none was consulted.',
    'He did not name any article, and she did not cite any study.',
    'It was decided without a guideline and without a study',
    'The reviewer cites neither a guideline nor an article.',
    'Nothing is entered here.',
    'None of the treatment guidelines was applied to this item.',
    'Evidence was not cited',
    'The decision is not based upon any guideline.',
    'We have no study to rely on.',
    ...each('# guideline nor study was named.', 'Neither a|Neither any'),
    ...each('# article nor study was named.', 'Neither an'),
    ...each('# guideline was named.', 'Not any|Not a'),
    'The decision is based on neither guideline nor study.',
    'He did not say upon which guideline it rests.',
  ])('%s', (clause) => expect(isNothing(clause)).toBe(true));
});

describe('something is cited, or may be', () => {
  it.each([
    'Nothing by mouth after midnight is the rule.',
    'Guidelines: see above.',
    'Other guidelines: none.',
    'No guideline addresses this item.',
    'Experience with this brace is long.',
    'The experience of the surgeon was weighed.',
    'Experience shows that rest helps.',
    'No paper underlies another chapter.',
    'No paper supports this.',
    'There was no need for a splint.',
    'No splint is needed.',
    'The reviewer went by experience rather than by another chapter.',
    'No other guideline was consulted.',
    'No visits were provided.',
    'We turned to another source.',
    'The reviewer looked to no guideline or other source than the label of the drug.',
    'The request was made without a study of the nerves.',
    'The reviewer did not rely on the guideline alone.',
    'No guideline of the MTUS was cited.',
    'The reviewer did not fail to cite a guideline.',
    'It is not so that no guideline was cited.',
    'Rockwood and Green, Fractures in Adults.',
    'The reviewer named no guideline, and no visit was made.',
    'The reviewer named no guideline, and on no visit was it brought up.',
    'The reviewer relied on no guideline where on no study was it said.',
    'The reviewer never did not name a guideline.',
    'It was decided without a guideline and without a brace',
    'The guideline was not cited',
    `No guideline was cited${' and so on'.repeat(30)}.`,
    '',
    ...each('The # was named.', SOURCES),
    ...each('We # the guideline.', CITE),
    ...each('# it cited no guideline', 'if|where|when|because|since|as|although|though|while|given'),
    ...each(
      'No guideline was cited # it.',
      'except|but|besides|beyond|apart|aside|save|only|alone|unless|instead|rather|than|outside|as well|of the American|https:|http:|www|in others|in another|further|with additional|to other',
    ),
    ...each('No guideline was used in this #.', 'chapter|section|schedule|regulation|handbook|text|book'),
    ...each('No guideline was cited and # was said.', 'no|not|none|nothing|nil|neither|never|n/a|unspecified|omitted'),
    ...each('No guideline was cited, he # see it.', 'failed to|omitted to|declined to|cannot|did not|went without'),
  ])('%s', (clause) => expect(isNothing(clause)).toBe(false));
});

describe('of whom it is said', () => {
  it.each([
    ...each(
      'The # named no guideline and no study.',
      'claims administrator|administrator|utilization review|utilization reviewer|utilization review physician|claims adjuster|claims examiner|adjuster|carrier|insurer|first reviewer|prior reviewer|previous reviewer|earlier reviewer|initial reviewer|physician advisor|UR physician|UR reviewer|UR doctor|UR|denial',
    ),
  ])('%s', (part) => expect(isOfReviewAlone(new LetterText(part).prose)).toBe(true));
  it.each([
    'The reviewer named no guideline and no study.',
    'The claims administrator named no guideline. The reviewer cites none either.',
    'The claims administrator named a guideline.',
  ])('%s', (part) => expect(isOfReviewAlone(new LetterText(part).prose)).toBe(false));
});
