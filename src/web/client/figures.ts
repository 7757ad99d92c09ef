import { formatYen } from '../../kernel/yen.js';
import type { Working } from '../../kernel/working.js';

/** The same rows as the server draws. */
export function showWorking(table: Element, { lines, total }: Working): void {
  const body = table.querySelector('tbody');
  const rows = lines.map(({ label, formula, article, yen }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row', 'data-label': '区分' }, label),
      element('td', { 'data-label': '計算' }, formula),
      element('td', { 'data-label': '根拠' }, article),
      element('td', { 'data-label': '金額', class: 'cell-end' }, element('span', { class: 'money' }, formatYen(yen))),
    ),
  );
  if (body && body.textContent !== rows.map(({ textContent }) => textContent).join('')) body.replaceChildren(...rows);
  say(table.querySelector('tfoot .money'), formatYen(total));
}

export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (string | Node)[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

/** Writes only what changed, so that a screen reader does not repeat itself at every key. */
export function say(place: Element | null, text: string): void {
  if (place && place.textContent !== text) place.textContent = text;
}
