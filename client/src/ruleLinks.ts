import { type Diagnostic, Uri } from 'vscode';

/**
 * Makes the rule's name after a finding open the rule's page as a page to read: the server's link leads to the file,
 * which would open as its source.
 */
export function linkRulePages(findings: readonly Diagnostic[]): void {
  for (const finding of findings) {
    if (typeof finding.code !== 'object') continue;
    const { value } = finding.code;
    finding.code = {
      value,
      target: Uri.parse(`command:imr.explainRule?${encodeURIComponent(JSON.stringify([value]))}`),
    };
  }
}
