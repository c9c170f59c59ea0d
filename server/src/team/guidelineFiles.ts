import type { GuidelineCatalogue } from '../guidelines/catalogue.ts';
import { defaultCatalogue } from '../guidelines/shipped.ts';
import type { FileText } from '../intake/fileText.ts';
import { layGuidelines, readGuidelines } from './guidelineFile.ts';
import { fileName, type ReadText, type UnreadableFile } from './teamFiles.ts';
import type { FileProblem } from './teamJson.ts';

/** How an organization's guideline files are named by custom: the editor then helps while they are written. */
export const GUIDELINE_FILE_ENDING = '.imr-guidelines.json';

export const isGuidelineFile = (uri: string): boolean => fileName(uri).endsWith(GUIDELINE_FILE_ENDING);

export interface Guidelines {
  readonly catalogue: GuidelineCatalogue;
  readonly files: readonly ReadGuidelineFile[];
  /** Addresses at which there is no file. */
  readonly missing: readonly string[];
  readonly unreadable: readonly UnreadableFile[];
}

interface ReadGuidelineFile {
  readonly uri: string;
  readonly source: string;
  readonly problems: readonly FileProblem[];
}

/** Builds the catalogue of the shipped facts with an organization's own over them; again only when a file has changed. */
export class GuidelineFiles {
  readonly #read: ReadText;
  /** By the addresses of its files. */
  readonly #known = new Map<string, Guidelines>();

  constructor(read: ReadText) {
    this.#read = read;
  }

  /** @param uris in the order in which they are laid over each other */
  async over(uris: readonly string[]): Promise<Guidelines> {
    if (uris.length === 0) return { catalogue: defaultCatalogue(), files: [], missing: [], unreadable: [] };
    const key = uris.join('\n');
    const texts = await Promise.all(uris.map(async (uri) => ({ uri, ...(await this.#read(uri)) })));
    const known = this.#known.get(key);
    const guidelines = known !== undefined && isOf(known, texts) ? known : lay(texts);
    // The newest comes last, and the oldest goes.
    this.#known.delete(key);
    this.#known.set(key, guidelines);
    for (const oldest of [...this.#known.keys()].slice(0, -MOST_KNOWN)) this.#known.delete(oldest);
    return guidelines;
  }
}

/** Lists of files that are used in turn: one for each opened folder, and a few that are being written. */
const MOST_KNOWN = 16;

type Text = FileText & { readonly uri: string };

function lay(texts: readonly Text[]): Guidelines {
  const present = texts.flatMap((each) => (each.kind === 'text' ? [{ uri: each.uri, source: each.text }] : []));
  const { catalogue, problems } = layGuidelines(present.map(({ source }) => readGuidelines(source)));
  return {
    catalogue,
    files: present.map((file, i) => ({ ...file, problems: problems[i] ?? [] })),
    missing: texts.flatMap(({ uri, kind }) => (kind === 'absent' ? [uri] : [])),
    unreadable: texts.flatMap((each) => (each.kind === 'unreadable' ? [{ uri: each.uri, reason: each.reason }] : [])),
  };
}

const isOf = ({ files, unreadable }: Guidelines, texts: readonly Text[]): boolean =>
  texts.every((text) => {
    const source = files.find(({ uri }) => uri === text.uri)?.source;
    const reason = unreadable.find(({ uri }) => uri === text.uri)?.reason;
    return (
      source === (text.kind === 'text' ? text.text : undefined) &&
      reason === (text.kind === 'unreadable' ? text.reason : undefined)
    );
  });
