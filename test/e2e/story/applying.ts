import type { Person } from './person.js';

/** One line of the 収支予算書; `place` is 収入の部1行目 and so on. */
export async function enterLine(
  officer: Person,
  place: string,
  category: string,
  remark: string,
  amount: string,
): Promise<void> {
  await officer.select(`${place}の科目`, category);
  await officer.fill({ [`${place}の摘要`]: remark, [`${place}の金額`]: amount });
}

/** What stands under the column while typing. */
export const totalOf = (officer: Person, side: 'income' | 'expenditure'): Promise<string> =>
  officer.page.locator(`[data-figure=${side}]`).innerText();

/** Presses twice as fast as a hand can and returns how often the form was sent. */
export async function doubleClick(person: Person, name: string): Promise<number> {
  let sent = 0;
  person.page.on('request', (request) => {
    if (request.method() === 'POST') sent += 1;
  });
  await person.go(() => person.main.getByRole('button', { name }).dblclick());
  return sent;
}

/** Writes at one field of the application what has to be mended. */
export async function point(clerk: Person, field: string, text: string): Promise<void> {
  const place = clerk.page.getByLabel(`「${field}」への指摘`);
  await clerk.main.locator('details', { has: place }).locator('summary').click();
  await place.fill(text);
}
