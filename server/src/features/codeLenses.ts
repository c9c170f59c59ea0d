import type { CodeLens } from 'vscode-languageserver-types';
import type { Determination } from '../determination/model/determination.ts';
import type { GuidelineCatalogue } from '../guidelines/catalogue.ts';
import { visitLedger } from '../guidelines/visitLedger.ts';
import { before } from '../text/span.ts';
import { toRange } from './convert.ts';
import { ledgerLine } from './ledgerWords.ts';
import { plain } from './plain.ts';

/** Above each issue about visits its ledger in a line; above the others nothing. A lens does nothing when clicked. */
export function codeLenses(letter: Determination, guidelines: GuidelineCatalogue): CodeLens[] {
  return letter.issues.flatMap((issue) => {
    const ledger = visitLedger(letter, issue, guidelines);
    const title = ledger && ledgerLine(issue, ledger);
    if (title === null) return [];
    return [
      {
        range: toRange(letter.text, before(issue.heading.range)),
        command: { title: withoutIcons(plain(title)), command: '' },
      },
    ];
  });
}

/** An editor may draw ‘$(name)’ as a picture. */
const withoutIcons = (title: string): string => title.replaceAll('$(', '$ (');
