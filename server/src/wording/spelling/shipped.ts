import drugs from '../../determination/readers/treatments/drugs.json' with { type: 'json' };
import { defaultCatalogue } from '../../guidelines/shipped.ts';
import { Dictionary } from './dictionary.ts';
import { unfoldedList } from './foldedList.ts';
import { WordList } from './wordList.ts';

/** Reads one of the lists that lie beside the bundles (`dist/dictionaries/`), unpacked. */
export type ReadWordList = (file: string) => Promise<string>;

/**
 * The dictionary of the shipped lists. Some 300,000 words: a few tens of milliseconds of work, in pieces between which
 * others get their turn.
 */
export async function loadDictionary(read: ReadWordList): Promise<Dictionary> {
  const english = new WordList(unfoldedList(await read('english.list.gz')));
  const medical = new WordList(await read('medicalterms-en.txt.gz'));
  const own = await read('imr-words.txt.gz');
  const usual = new WordList(unfoldedList(await read('usual-english.list.gz')));
  return new Dictionary(english, medical, `${own}\n${knownOtherwise().join('\n')}`, usual);
}

/** Words that other parts of the project mention: names of drugs, abbreviations and what they stand for. */
function knownOtherwise(): readonly string[] {
  const named = Object.values(drugs).flatMap((generics) => Object.entries(generics).flat(2));
  const abbreviated = defaultCatalogue().abbreviations.flatMap(({ forms, meanings }) => [...forms, ...meanings]);
  return [...named, ...abbreviated].flatMap((words) => words.split(/[^\p{L}'’-]+/u)).filter((word) => word.length > 1);
}
