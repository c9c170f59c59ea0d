import * as vscode from 'vscode';
import { looksLikeLetter, OPENING_LENGTH } from '../../../server/src/intake/recognition.ts';
import { letterLanguage } from '../letterLanguage.ts';
import type { Clean } from './cleanUp.ts';

/**
 * A letter that is pasted from a word processor, a browser, or a PDF viewer arrives as plain letter text, and so does a
 * piece of one that is pasted into a letter with the ends of its pages; the list beside what was pasted has it as it was, too. Only where this VS Code has the interface for it, which is final since 1.97.
 */
export function cleanWhatIsPasted(clean: Clean): vscode.Disposable {
  const api = pasteApi();
  if (api === null) return new vscode.Disposable(() => undefined);
  const kind = api.DocumentDropOrPasteEditKind.Text.append('imr', 'clean');
  return api.register(
    [{ language: letterLanguage }, { language: 'plaintext' }],
    {
      provideDocumentPasteEdits: async (document, _ranges, transfer) => {
        const text = await transfer.get('text/plain')?.asString();
        if (text === undefined) return undefined;
        const isFragment = !looksLikeLetter(text.slice(0, OPENING_LENGTH + 1));
        // A single line has no page's end in it.
        if (isFragment && (document.languageId !== letterLanguage || !/[\n\f]/.test(text.trim()))) return undefined;
        const cleaned = await clean(text, isFragment);
        if (cleaned.kind !== 'cleaned') return undefined;
        return [new api.DocumentPasteEdit(cleaned.text, 'Paste as Clean Letter Text', kind)];
      },
    },
    { providedPasteEditKinds: [kind], pasteMimeTypes: ['text/plain'] },
  );
}

/** What the types of the oldest VS Code that this extension runs in do not have. */
interface PasteEditKind {
  append(...parts: string[]): PasteEditKind;
}

interface PasteApi {
  readonly DocumentDropOrPasteEditKind: { readonly Text: PasteEditKind };
  readonly DocumentPasteEdit: new (insertText: string, title: string, kind: PasteEditKind) => object;
  readonly register: (
    selector: vscode.DocumentSelector,
    provider: {
      provideDocumentPasteEdits(
        document: vscode.TextDocument,
        ranges: readonly vscode.Range[],
        transfer: vscode.DataTransfer,
      ): Promise<readonly object[] | undefined>;
    },
    metadata: { readonly providedPasteEditKinds: readonly PasteEditKind[]; readonly pasteMimeTypes: readonly string[] },
  ) => vscode.Disposable;
}

/** Before, the interface was there as a proposal, which an extension may not use. */
const FINAL_SINCE = [1, 97] as const;

function pasteApi(): PasteApi | null {
  const [major = 0, minor = 0] = vscode.version.split('.').map(Number);
  if (major < FINAL_SINCE[0] || (major === FINAL_SINCE[0] && minor < FINAL_SINCE[1])) return null;
  const host: object = vscode;
  const languages: object = vscode.languages;
  if (!('DocumentPasteEdit' in host) || !('DocumentDropOrPasteEditKind' in host)) return null;
  if (!('registerDocumentPasteEditProvider' in languages)) return null;
  const found: unknown = {
    DocumentDropOrPasteEditKind: host.DocumentDropOrPasteEditKind,
    DocumentPasteEdit: host.DocumentPasteEdit,
    register: languages.registerDocumentPasteEditProvider,
  };
  return isPasteApi(found) ? found : null;
}

function isPasteApi(found: unknown): found is PasteApi {
  if (typeof found !== 'object' || found === null) return false;
  return (
    'register' in found &&
    typeof found.register === 'function' &&
    'DocumentPasteEdit' in found &&
    typeof found.DocumentPasteEdit === 'function' &&
    'DocumentDropOrPasteEditKind' in found &&
    typeof found.DocumentDropOrPasteEditKind === 'function' &&
    'Text' in found.DocumentDropOrPasteEditKind
  );
}
