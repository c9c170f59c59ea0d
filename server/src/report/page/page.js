// @ts-check
// What the report's page does beyond showing itself: it filters and sorts the letters, and in an editor opens them. The
// page holds everything; without this script it is only longer to look through.
(() => {
  /** More rows than this make a browser slow; the others are a button away. */
  const AT_ONCE = 500;

  const body = /** @type {HTMLTableSectionElement | null} */ (document.querySelector('#letters tbody'));
  const controls = /** @type {HTMLFormElement | null} */ (document.querySelector('#letters form'));
  const more = /** @type {HTMLButtonElement | null} */ (document.querySelector('#more'));
  const count = document.querySelector('#count');
  const hideWording = /** @type {HTMLInputElement | null} */ (document.querySelector('#hide-wording'));
  if (body === null || controls === null || more === null || count === null) return;

  let rows = [...body.rows];
  /** Whether the page has the rows in another order than `rows`. */
  let isOutOfOrder = false;
  let most = AT_ONCE;
  /** @type {Map<HTMLElement, string>} */
  const texts = new Map();

  /** @param {HTMLTableRowElement} row */
  const textOf = (row) => {
    const known = texts.get(row) ?? (row.textContent ?? '').toLowerCase();
    texts.set(row, known);
    return known;
  };

  /** @param {string} name */
  const chosen = (name) => {
    const control = controls.elements.namedItem(name);
    return control instanceof HTMLInputElement || control instanceof HTMLSelectElement ? control.value : '';
  };

  const SEVERITIES = ['hint', 'information', 'warning', 'error'];

  const show = () => {
    const words = chosen('words').toLowerCase().trim();
    const [decision, category, rule, least] = ['decision', 'category', 'rule', 'severity'].map(chosen);
    const withoutWording = hideWording?.checked === true;
    const asksForFindings = rule !== '' || least !== '';

    /** @param {HTMLElement} finding */
    const isAskedFor = ({ dataset }) =>
      (rule === '' || dataset.rule === rule) &&
      (least === '' || SEVERITIES.indexOf(dataset.severity ?? '') >= SEVERITIES.indexOf(least ?? '')) &&
      !(withoutWording && dataset.kind === 'wording');

    let matching = 0;
    /** @type {HTMLElement[]} */
    const shown = [];
    for (const row of rows) {
      let matches = words === '' || textOf(row).includes(words);
      if (matches && (decision !== '' || category !== '')) {
        matches = [...row.querySelectorAll('li[data-decision]')].some(
          (issue) =>
            issue instanceof HTMLElement &&
            (decision === '' || issue.dataset.decision === decision) &&
            (category === '' || issue.dataset.category === category),
        );
      }
      if (matches) {
        let found = 0;
        for (const finding of row.querySelectorAll('li[data-rule]')) {
          if (!(finding instanceof HTMLElement)) continue;
          const isShown = isAskedFor(finding);
          finding.hidden = !isShown && !(withoutWording && finding.dataset.kind === 'wording');
          if (isShown) found++;
        }
        if (asksForFindings) matches = found > 0;
      }
      if (matches) matching++;
      row.hidden = !matches || matching > most;
      if (!row.hidden) shown.push(row);
    }
    // To move them all would take seconds; where those are that are hidden does not matter.
    if (isOutOfOrder) body.append(...shown);
    count.textContent = `${matching.toLocaleString('en-US')} of ${rows.length.toLocaleString('en-US')} letters`;
    more.hidden = matching <= most;
  };

  /** @type {Readonly<Record<string, (row: HTMLElement) => string | number>>} */
  const KEYS = {
    file: ({ dataset }) => dataset.file ?? '',
    decisions: ({ dataset }) => Number(dataset.decisions),
    findings: ({ dataset }) =>
      Number(dataset.errors) * 1e6 +
      Number(dataset.substance) * 1e3 +
      (hideWording?.checked ? 0 : Number(dataset.wording)),
  };

  for (const header of document.querySelectorAll('#letters th[data-sort]')) {
    if (!(header instanceof HTMLElement)) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'plain';
    button.textContent = header.textContent;
    header.replaceChildren(button);
    button.addEventListener('click', () => {
      const key = KEYS[header.dataset.sort ?? ''];
      if (key === undefined) return;
      const isNumber = header.dataset.sort !== 'file';
      const before = header.getAttribute('aria-sort');
      const isDescending = before === null ? isNumber : before === 'ascending';
      for (const each of document.querySelectorAll('#letters th')) each.removeAttribute('aria-sort');
      header.setAttribute('aria-sort', isDescending ? 'descending' : 'ascending');
      const keyed = rows.map((row) => /** @type {const} */ ([key(row), row]));
      keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0) * (isDescending ? -1 : 1));
      rows = keyed.map(([, row]) => row);
      isOutOfOrder = true;
      show();
    });
  }

  controls.hidden = false;
  controls.addEventListener('submit', (event) => event.preventDefault());
  const again = () => {
    most = AT_ONCE;
    show();
  };
  controls.addEventListener('input', again);
  controls.addEventListener('reset', () => setTimeout(again));
  hideWording?.addEventListener('change', again);
  more.addEventListener('click', () => {
    most += AT_ONCE;
    show();
  });
  // Paper has no button for more.
  addEventListener('beforeprint', () => {
    most = Number.POSITIVE_INFINITY;
    show();
  });
  addEventListener('afterprint', again);

  // In a view of an editor, a place opens the letter there.
  const host = /** @type {{ acquireVsCodeApi?: () => { postMessage(message: unknown): void } }} */ (
    /** @type {unknown} */ (globalThis)
  );
  const editor = host.acquireVsCodeApi?.();
  document.addEventListener('click', ({ target }) => {
    const place = target instanceof Element ? target.closest('button[data-open]') : null;
    if (!(place instanceof HTMLElement)) return;
    const { open, line, column } = place.dataset;
    editor?.postMessage({ kind: 'open', file: open, line: Number(line), column: Number(column) });
  });

  show();
})();
