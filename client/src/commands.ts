import {
  commands,
  Disposable,
  EventEmitter,
  type ExtensionContext,
  extensions,
  type QuickPickItem,
  Uri,
  window,
  workspace,
} from 'vscode';
import { EXPLAIN_COMMAND } from '../../server/src/protocol/commands.ts';
import { RULE_SETTINGS } from '../../server/src/protocol/names.ts';
import { letterLanguage } from './letterLanguage.ts';

/** The address of the pages that explain the rules, ending in '/'. */
export const rulePages = ({ extensionUri }: ExtensionContext): Uri => Uri.joinPath(extensionUri, 'docs/rules/');

/**
 * The extension's commands of its own.
 * @param guidelineCatalogue asks the server for the catalogue as Markdown, with the facts that apply to the letter at an address
 */
export function registerCommands(
  context: ExtensionContext,
  guidelineCatalogue: (letter: string | null) => Promise<string>,
): Disposable {
  const changed = new EventEmitter<Uri>();
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(catalogueUri.scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: () => guidelineCatalogue(activeLetter()),
    }),
    commands.registerCommand('imr.showGuidelines', async () => {
      // What was shown before may be of another folder, or of facts that have changed since.
      changed.fire(catalogueUri);
      await showMarkdown(catalogueUri);
    }),
    commands.registerCommand(EXPLAIN_COMMAND, async (rule: unknown) => {
      const name = typeof rule === 'string' && isRuleName.test(rule) ? rule : await pickRule(context);
      if (name !== undefined) await showMarkdown(Uri.joinPath(rulePages(context), `${name}.md`));
    }),
  );
}

/** Its last part is the title of the tab. */
const catalogueUri = Uri.parse('imr-guidelines:/Guideline catalogue.md');

const isRuleName = /^[a-z]+(?:-[a-z]+)*$/;

function activeLetter(): string | null {
  const document = window.activeTextEditor?.document;
  return document?.languageId === letterLanguage ? document.uri.toString() : null;
}

/** As a page to read; as its text where the editor has no preview. */
async function showMarkdown(uri: Uri): Promise<void> {
  // Its command is known only once it runs, and running the command starts it.
  if (extensions.getExtension('vscode.markdown-language-features') !== undefined) {
    await commands.executeCommand('markdown.showPreview', uri);
  } else {
    await window.showTextDocument(uri, { preview: true });
  }
}

async function pickRule({ extension }: ExtensionContext): Promise<string | undefined> {
  const picked = await window.showQuickPick(rules(extension.packageJSON), {
    title: 'Explain Rule',
    placeHolder: 'Which rule do you want to read about?',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.rule;
}

interface RuleItem extends QuickPickItem {
  readonly rule: string;
}

/** The rules as the manifest lists them: each has a setting, whose description begins with the plain name in bold. */
function rules(manifest: Manifest): RuleItem[] {
  return manifest.contributes.configuration.flatMap(({ properties }) =>
    Object.entries(properties)
      .filter(([setting]) => setting.startsWith(ruleSetting))
      .map(([setting, { markdownDescription = '' }]) => {
        const rule = setting.slice(ruleSetting.length);
        const [, label = rule, what = ''] = /^\*\*(.+?)\.?\*\*\s*(.*)/.exec(markdownDescription) ?? [];
        return { rule, label, description: rule, detail: what.replaceAll('*', '') };
      }),
  );
}

const ruleSetting = `${RULE_SETTINGS}.`;

interface Manifest {
  readonly contributes: {
    readonly configuration: readonly {
      readonly properties: Readonly<Record<string, { readonly markdownDescription?: string }>>;
    }[];
  };
}
