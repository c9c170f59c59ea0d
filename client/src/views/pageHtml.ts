/** What a page of a view is made of. */
export interface PageParts {
  readonly title: string;
  readonly script: string;
  readonly style: string;
  /** A nonce that the words that the page shows cannot contain. */
  readonly nonce: string;
}

/** A page that holds all that it needs: its security policy lets in nothing else from anywhere. */
export const pageHtml = ({ title, script, style, nonce }: PageParts): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<main id="page"></main>
<script nonce="${nonce}">${script}</script>
</body>
</html>`;
