import { finish } from '../apply-project.js';
import { beginApplication } from '../apply.js';
import { claimNext } from '../after-decision/instalments.js';
import { determine, endInspection, report, type Report } from '../after-decision/reports.js';
import type { CastOrganization } from '../cast.js';
import { approve, decide, issue, pass, untilDrawn, type Hall } from '../decide.js';
import { accept, exportOrders, importPaidList, order } from '../pay.js';
import type { Folder, Paper } from '../papers-of-the-year.js';
import type { Cost } from '../project.js';
import { until, went, type Troupe } from '../troupe.js';

const PROGRAM = 'モデル事業補助金';
const TITLE = '遠賀川の河川敷の花畑づくり（見本）';

/** What it costs as planned, and as spent in the end. */
const COSTS: readonly Cost[] = [
  { category: '講師謝礼', remark: '花づくりの講師', each: 20_000, times: 3, unit: '回' },
  { category: '消耗品費', remark: '苗と土', each: 400, times: 200, unit: '株' },
  { category: '印刷製本費', remark: '参加を呼びかけるちらし', each: 20, times: 2_000, unit: '枚' },
];

/** Nine tenths of 180,000 yen are granted in the first year. */
const OWN_FUNDS = { 会費と繰越金から: 18_000 };

/** The answers to the sections of the application, by question. */
const ANSWERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  purpose: {
    title: TITLE,
    aim: '草とごみの目立つ河川敷を、住民が手入れをして集える場所にする。（見本）',
    'who-does': '住民が植えて手入れをし、町が用地の手続きと広報を行う。（見本）',
  },
  plan: {
    activities: '区ごとに花壇を受け持ち、講習会を3回開いて、秋と春に植える。（見本）',
    'period][from': '令和8年10月1日',
    'period][until': '令和9年2月28日',
    'place][name': '遠賀川河川敷（見本）',
    'place][address': '福岡県鞍手郡小竹町大字御徳（見本）',
  },
  growing: {
    people: '各区の環境の係と、老人クラブ、子ども会の役員。（見本）',
    raising: '講習会を受けた人が、次の年の講師を務める。（見本）',
    helpers: '40',
  },
};
const FIRST_YEAR = { year: '1年目', what: '花壇を4か所につくる。（見本）', goal: '40人が手入れに加わる。（見本）' };
const AFTERWARDS = '種を採って増やし、会費で続ける。（見本）';

const TOLD: Report = {
  ...{ from: '令和8年10月1日', until: '令和9年2月28日', people: 120, achieved: 'mostly' },
  done: '花壇を4か所につくり、講習会を3回開きました。（見本）',
  lessons: '散歩の人が増え、ごみが減りました。水やりの当番を増やします。（見本）',
  costs: { 花づくりの講師: 60_000, 苗と土: 80_000, 参加を呼びかけるちらし: 40_000 },
  income: OWN_FUNDS,
  paid: { on: '令和8年11月15日', payee: '小竹見本園芸店' },
  growth: { helpers: 9, raised: '講習会を受けた9人が、花壇の世話係になりました。（見本）' },
};
const RECEIPT_PICTURE = 400;

/** The organisation applies; the town reviews, decides and tells it. */
export async function applyAndDecide(troupe: Troupe, hall: Hall, cast: CastOrganization): Promise<void> {
  const officer = await troupe.as(cast.signInName);
  const application = await beginApplication(troupe, cast, PROGRAM);
  for (const [section, answers] of Object.entries(ANSWERS)) {
    const form = went(await officer.get(`${application}/form/${section}`)).form();
    for (const [question, answer] of Object.entries(answers)) form.fill({ [`form[${question}]`]: answer });
    went(await form.submit());
  }
  const years = went(await officer.get(`${application}/form/years`)).form();
  for (const [column, words] of Object.entries(FIRST_YEAR)) {
    const cell = years.fields.find((name) => name.startsWith('form[yearly]') && name.endsWith(`[${column}]`));
    if (cell) years.fill({ [cell]: words });
  }
  went(await years.fill({ 'form[afterwards]': AFTERWARDS }).submit());
  await finish(officer, application, { costs: COSTS, income: [] });
  await pass(troupe, hall, cast, PROGRAM);
  await decide(troupe, hall);
  await untilDrawn(troupe, hall, await issue(troupe, hall));
}

/** Claimed, ordered, and paid by the accounting system; returns the file that it was sent. */
export async function payByAccountingSystem(
  troupe: Troupe,
  hall: Hall,
  cast: CastOrganization,
  { folder, paidOn, firstSlip }: { folder: Folder; paidOn: string; firstSlip: number },
): Promise<Paper> {
  await claimNext(troupe, cast);
  await order(troupe, hall);
  await accept(troupe, hall);
  const file = await exportOrders(troupe, hall);
  await importPaidList(troupe, hall, file, paidOn, firstSlip);
  return folder.keep('kotake/model-project-orders.csv', file.bytes);
}

/** Report, inspection and 額の確定, which open the verification. */
export async function reportAndDetermine(troupe: Troupe, hall: Hall, cast: CastOrganization): Promise<void> {
  await report(troupe, cast, TOLD, RECEIPT_PICTURE, TITLE);
  await endInspection(troupe, hall, cast, TITLE);
  await determine(troupe, hall);
}

const CHOSEN = {
  purpose: 'mostly',
  residents: 'enough',
  organization: 'grown',
  subsidy: 'less',
  direction: 'continue',
};

const sheet = (reason: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(CHOSEN).flatMap(([point, option]) => [
      [`form[${point}]`, option],
      [`form[${point}-reason]`, reason],
    ]),
  );

/** 検証: three views, the direction through 決裁, and its publication. */
export async function verify(troupe: Troupe, hall: Hall, cast: CastOrganization, saidOn: string): Promise<void> {
  const officer = await troupe.as(cast.signInName);
  let own: string | undefined;
  await until(async () => {
    const home = went(await officer.get(troupe.path('committee')));
    own = home.$('main a[href*="/committee/verifications/"]').attr('href');
    return own !== undefined;
  }, `${cast.name} is asked for its view`);
  const answered = went(await officer.get(own ?? '')).form('この内容で答える');
  went(await answered.fill(sheet('河川敷に人が集まるようになりました。（見本）')).submit('この内容で答える'));
  const desk = await troupe.as(hall.clerk);
  const at = (own ?? '').replace('/committee/', '/staff/');
  const section = went(await went(await desk.get(at)).click('担当課の答えを書く')).form('この内容で確定する');
  const both = went(await section.fill(sheet('役割を分けて進められました。（見本）')).submit('この内容で確定する'));
  const panel = went(await both.click('審査会の答えを書く')).form('この内容で確定する');
  const views = { ...sheet('住民が主役になっています。（見本）'), saidOn };
  const compared = went(await panel.fill(views).submit('この内容で確定する'));
  const why = '担い手が育っており、2年目も続ける。（見本）';
  const draft = went(await compared.form('今後の方向性を起案する').fill({ direction: 'continue', why }).submit());
  await approve(troupe, hall, draft);
  await until(async () => went(await desk.get(at)).html.includes('検証を公表する'), 'the direction is decided');
  went(
    await went(await desk.get(at))
      .form('検証を公表する')
      .fill({ confirmed: 'yes' })
      .submit(),
  );
}

/** A model project as everybody finds it in the end; amounts in yen as strings of digits. */
export interface ModelProject {
  readonly title: string;
  readonly program: string;
  readonly organization: string;
  readonly amount: string;
  readonly paid: string;
  readonly determined: string;
  readonly direction: string;
  readonly planned: { readonly costs: readonly Cost[] };
  /** The page on which its verification stands. */
  readonly verification: Paper;
}

/** From the open data and the published verification. */
export async function collectModelProjects(troupe: Troupe, folder: Folder): Promise<ModelProject[]> {
  const visitor = troupe.passerBy();
  const { data } = went(await visitor.get(troupe.path('open-data/grants.json'))).json<{ data: PublicGrant[] }>();
  const models = data.filter(({ program }) => program.includes(PROGRAM));
  return Promise.all(
    models.map(async (grant, index) => {
      const { program, organization, direction } = grant;
      const page = went(await (await visitor.get(troupe.path('verifications'))).click(TITLE));
      return {
        ...{ title: TITLE, program, organization, direction },
        ...{ amount: String(grant.amount), paid: String(grant.paidAmount), determined: String(grant.determinedAmount) },
        planned: { costs: COSTS },
        verification: await folder.keep(`kotake/verification-${String(index + 1)}.html`, page.bytes),
      };
    }),
  );
}

/** What the story reads of a line of the open data. */
interface PublicGrant {
  readonly program: string;
  readonly organization: string;
  readonly direction: string;
  readonly amount: string | number;
  readonly paidAmount: string | number;
  readonly determinedAmount: string | number;
}
