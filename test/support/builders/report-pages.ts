import type { Page, Upload, Visitor } from '../index.js';

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
/** A picture of one pixel, told apart from others by its name. */
export const picture = (name: string): Upload => ({
  fileName: `${name}.png`,
  mediaType: 'image/png',
  bytes: Buffer.concat([PICTURE, Buffer.from(name)]),
});

/** Writes results and account of a report on its pages, as who has them before them types; the page that follows. */
export async function writeReport(
  writer: Visitor,
  path: string,
  amounts: Readonly<Record<string, string>>,
): Promise<Page> {
  const results = await writer.get(`${path}/form/results`);
  const evaluation = await results
    .form('保存して次へ')
    .fill({
      'form[done-period][from]': '令和8年10月1日',
      'form[done-period][until]': '令和9年3月10日',
      'form[done-people]': '１２０人',
      'form[done]': '校区の防災訓練を行い、炊き出しをしました。',
    })
    .submit('保存して次へ');
  const account = await evaluation
    .form('保存して次へ')
    .fill({ 'form[achieved]': 'mostly', 'form[lessons]': '若い世帯の参加が増えました。' })
    .submit('保存して次へ');
  if (account.heading !== '収支決算書') throw new Error(`${account.heading}: ${account.errors.join(' ')}`);
  return account
    .form('保存して次へ')
    .fill(Object.fromEntries(Object.entries(amounts).map(([line, amount]) => [`account[${line}][amount]`, amount])))
    .submit('保存して次へ');
}

/** Adds a receipt to a line from the list of receipts; the list afterwards. */
export async function addReceipt(
  list: Page,
  line: string,
  texts: Readonly<Record<string, string>>,
  file: Upload,
): Promise<Page> {
  const button = list.texts('form button').find((words) => words.startsWith('領収書を足す') && words.includes(line));
  const opened = await list.form(button).submit();
  const id = opened.path.split('/').at(-1) ?? '';
  const values = Object.entries(texts).map(([field, text]) => [`receipts[${id}][${field}]`, text] as const);
  return opened
    .form('保存して領収書の一覧へ')
    .fill({ ...Object.fromEntries(values), [`receipts[${id}][file]`]: file })
    .submit('保存して領収書の一覧へ');
}
