import type { Page } from '../visitor/page.js';
import type { CastOrganization } from './cast.js';
import { went, type Troupe } from './troupe.js';

const PLAN = [
  '校区の行政区と各種団体が力を合わせ、だれもが顔見知りで安心して暮らせる地域をめざします。（見本）',
  '総会（4月）、役員会（毎月）、部会（隔月）、校区だよりの発行（年4回）、防災訓練の打合せ。（見本）',
  '行政区、小学校、PTA、老人クラブ、民生委員・児童委員、コミュニティセンター。（見本）',
  '役員の引継書をつくり、来年度は若い世代の参加を増やします。（見本）',
];

export const OPERATING_GRANT = '運営交付金';

/** What the members themselves bring in. */
const DUES = 60_000;

/** The officer begins the year's application, fills in every section and submits it; returns the page that confirms it. */
export async function apply(troupe: Troupe, cast: CastOrganization): Promise<Page> {
  const application = await beginApplication(troupe, cast, OPERATING_GRANT);
  await fillApplication(troupe, cast, application);
  const officer = await troupe.as(cast.signInName);
  const check = went(await officer.get(`${application}/check`));
  return went(await check.form(`${application}/submission`).submit());
}

/** Opens a draft for the programme with these words in its name and returns its address. */
export async function beginApplication(troupe: Troupe, cast: CastOrganization, program: string): Promise<string> {
  const officer = await troupe.as(cast.signInName);
  const list = went(await officer.get(troupe.path('committee/applications')));
  const card = list.$('.card').filter((_, element) => list.$(element).text().includes(program));
  const offer = card.find('a[href*="/new/"]').attr('href');
  if (offer === undefined) throw new Error(`${list.path} offers no ${program}`);
  return went(
    await went(await officer.get(offer))
      .form()
      .submit(),
  ).url.pathname;
}

/** The organisation's own page of its application for the programme with these words in its name. */
export async function openApplication(troupe: Troupe, cast: CastOrganization, program: string): Promise<Page> {
  const officer = await troupe.as(cast.signInName);
  const list = went(await officer.get(troupe.path('committee/applications')));
  return went(
    await list.clickTo(
      (href) =>
        /applications\/[0-9a-f-]{36}$/.test(href) && list.$(`a[href="${href}"]`).closest('tr').text().includes(program),
    ),
  );
}

/** The sections in the order of the task list: what is asked is written, pledged or left out, and the budget balances. */
export async function fillApplication(troupe: Troupe, cast: CastOrganization, application: string): Promise<void> {
  const officer = await troupe.as(cast.signInName);
  const tasks = went(await officer.get(application));
  const hrefs = tasks
    .$('.task a')
    .map((_, link) => tasks.$(link).attr('href'))
    .get();
  const words = [...PLAN];
  for (const section of hrefs.filter((href) => /\/(budget|form\/[a-z0-9-]+)$/.test(href))) {
    const page = went(await officer.get(section));
    if (section.endsWith('/budget')) await fillBudget(page);
    else await fillSection(page, words);
  }
}

/** Texts take the next words of the plan; every pledge is given. */
async function fillSection(page: Page, words: string[]): Promise<void> {
  const form = page.form();
  for (const name of form.fields.filter((field) => field.startsWith('form['))) {
    const type = page.$(`[name="${name}"]`).attr('type');
    if (type === 'checkbox') form.tickAll(name);
    else if (type !== 'file') form.fill({ [name]: words.shift() ?? '' });
  }
  went(await form.submit());
}

/** The grant stands in the table already; dues are added, and what both make is spent on running the organisation. */
async function fillBudget(page: Page): Promise<void> {
  const grant = Number(page.texts('td [data-figure=grant]')[0]?.replace(/\D/g, ''));
  const form = page.form();
  const linesOf = (side: string): string[] =>
    form.fields
      .filter((name) => name.endsWith('[side]') && form.value(name) === side)
      .map((name) => name.slice(0, -'[side]'.length));
  const spend = grant + DUES;
  const rent = 120_000;
  const printing = 150_000;
  const shares: readonly (readonly [string, number, string])[] = [
    ['income', DUES, '会員負担金（見本）'],
    ['expenditure', rent, '会議室・機器の使用料（見本）'],
    ['expenditure', printing, '校区だより4回分（見本）'],
    ['expenditure', spend - rent - printing, '事務局の運営に要する経費（見本）'],
  ];
  const next = { income: linesOf('income'), expenditure: linesOf('expenditure') };
  const used = { income: 0, expenditure: 0 };
  for (const [side, amount, remark] of shares) {
    const place = side === 'income' ? 'income' : 'expenditure';
    const line = next[place][used[place]] ?? '';
    const categories = form.choices(`${line}[category]`).filter((value) => value !== '');
    form.fill({
      [`${line}[category]`]: categories[used[place] % categories.length] ?? '',
      [`${line}[remark]`]: remark,
      [`${line}[amount]`]: amount.toLocaleString('ja-JP'),
    });
    used[place] += 1;
  }
  went(await form.submit());
}
