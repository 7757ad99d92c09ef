import type { Refund } from '../after-decision/refunds.js';
import type { Report } from '../after-decision/reports.js';
import type { Cost } from '../project.js';
import { drawing } from './pictures.js';
import { FLOWERS_VERIFIED, SCHOOL_VERIFIED, SHOP_VERIFIED, type Verified } from './verified.js';

/** A model project as its organisation plans, carries out and reports it; all of it is 見本. Amounts in yen. */
export interface PlannedModelProject {
  /** The title of the adopted proposal from which it comes. */
  readonly title: string;
  /** Whose organisation carries it out. */
  readonly district: string;
  readonly costs: readonly Cost[];
  /** The answers that the proposal does not give, by section and question. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly firstYear: { readonly year: string; readonly what: string; readonly goal: string };
  readonly afterwards: string;
  readonly report: Report;
  /** What comes back where less was spent than was paid. */
  readonly refund?: Refund;
  readonly verified: Verified;
}

const PERIOD = { 'period][from': '令和8年10月1日', 'period][until': '令和9年2月28日' };
const DONE = { from: '令和8年10月1日', until: '令和9年2月28日' };

const FLOWERS: PlannedModelProject = {
  title: '遠賀川の河川敷の花畑（見本）',
  district: '御徳',
  costs: [
    { category: '講師謝礼', remark: '花づくりの講師', each: 20_000, times: 3, unit: '回' },
    { category: '消耗品費', remark: '苗と土', each: 400, times: 200, unit: '株' },
    { category: '印刷製本費', remark: '参加を呼びかけるちらし', each: 20, times: 2_000, unit: '枚' },
  ],
  answers: {
    purpose: { 'who-does': '住民が植えて手入れをし、町が用地の手続きと広報を行う。（見本）' },
    plan: {
      ...PERIOD,
      'place][name': '遠賀川河川敷（見本）',
      'place][address': '福岡県鞍手郡小竹町大字御徳（見本）',
    },
    growing: { raising: '講習会を受けた人が、次の年の講師を務める。（見本）', helpers: '40' },
  },
  firstYear: { year: '1年目', what: '花壇を4か所につくる。（見本）', goal: '40人が手入れに加わる。（見本）' },
  afterwards: '種を採って増やし、会費で続ける。（見本）',
  report: {
    ...DONE,
    ...{ people: 120, achieved: 'mostly' },
    done: '花壇を4か所につくり、講習会を3回開きました。（見本）',
    lessons: '散歩の人が増え、ごみが減りました。水やりの当番を増やします。（見本）',
    costs: { 花づくりの講師: 60_000, 苗と土: 80_000, 参加を呼びかけるちらし: 40_000 },
    income: { 会費と繰越金から: 18_000 },
    paid: { on: '令和8年11月15日', payee: '小竹見本園芸店' },
    growth: { helpers: 9, raised: '講習会を受けた9人が、花壇の世話係になりました。（見本）' },
  },
  verified: FLOWERS_VERIFIED,
};

const SHOP_ON_WHEELS: PlannedModelProject = {
  title: '買い物と見守りの移動販売（見本）',
  district: '勝野',
  costs: [
    { category: '会場・機材の使用料', remark: '販売の車の借上げ', each: 12_000, times: 12, unit: '回' },
    { category: '印刷製本費', remark: '巡回の日のちらし', each: 20, times: 3_000, unit: '枚' },
    { category: '保険料', remark: '見守りの保険', each: 500, times: 60, unit: '人' },
    { category: '消耗品費', remark: 'のぼりと名札', each: 1_000, times: 40, unit: '個' },
  ],
  answers: {
    purpose: { 'who-does': '商店が販売の車を出し、区の係が声をかけ、町が道路の許可と広報を行う。（見本）' },
    plan: {
      ...PERIOD,
      'place][name': '五つの区の公民館（見本）',
      'place][address': '福岡県鞍手郡小竹町大字勝野（見本）',
    },
    growing: { raising: '区ごとに声かけの係を2人ずつ決め、民生委員と月に1回話し合う。（見本）', helpers: '20' },
  },
  firstYear: { year: '1年目', what: '12回、公民館で販売する。（見本）', goal: '毎回30人が買い物に来る。（見本）' },
  afterwards: '商店の売上げから、車の費用をまかなう。（見本）',
  report: {
    ...DONE,
    ...{ people: 140, achieved: 'partly' },
    done: '12回の計画のうち、8回販売しました。来なかった方を、のべ40人たずねました。（見本）',
    lessons: '見守りは役に立ちましたが、買い物に来る人は少なく、車を出す商店の負担が重いと分かりました。（見本）',
    costs: { 販売の車の借上げ: 96_000, 巡回の日のちらし: 60_000, 見守りの保険: 30_000, のぼりと名札: 20_000 },
    // What the rule gives for 206,000 yen is 185,000.
    income: { 会費と繰越金から: 21_000 },
    paid: { on: '令和8年12月20日', payee: '小竹見本商店' },
    growth: { helpers: 6, raised: '声かけの係が、三つの区で決まりました。（見本）' },
  },
  refund: { dueOn: '令和9年4月8日', receivedOn: '令和9年4月5日', amount: 15_000, slipNumber: '竹-0405' },
  verified: SHOP_VERIFIED,
};

const SCHOOL_AFTER_SCHOOL: PlannedModelProject = {
  title: '放課後の寺子屋（見本）',
  district: '勝野',
  costs: [
    { category: '講師謝礼', remark: '宿題を見る学生', each: 3_000, times: 20, unit: '回' },
    { category: '消耗品費', remark: '本と文具', each: 500, times: 60, unit: '冊' },
  ],
  answers: {
    purpose: { 'who-does': '住民と学生が宿題を見て、町が公民館を開ける。（見本）' },
    plan: {
      ...PERIOD,
      'place][name': '勝野の公民館（見本）',
      'place][address': '福岡県鞍手郡小竹町大字勝野（見本）',
    },
    growing: {
      raising: '手伝った高校生が、次の年の先生になる。得意なことを教える高齢者を登録する。（見本）',
      helpers: '15',
    },
  },
  firstYear: { year: '1年目', what: '週に1日、20回開く。（見本）', goal: '毎回15人の子どもが来る。（見本）' },
  afterwards: '会費と、区からの助けで続ける。（見本）',
  report: {
    ...DONE,
    ...{ people: 380, achieved: 'as-planned' },
    done: '20回開き、毎回19人ほどの子どもが来ました。昔遊びの先生にも4回来ていただきました。（見本）',
    lessons: '待っている子どもがいるので、来年度は週に2日開きたいです。（見本）',
    costs: { 宿題を見る学生: 60_000, 本と文具: 30_000 },
    income: { 会費と繰越金から: 9_000 },
    paid: { on: '令和9年1月25日', payee: '小竹見本書店' },
    pictures: [drawing('round-table.jpg', '机を囲んで、宿題を見ました。（見本の絵）')],
    growth: { helpers: 11, raised: '保護者と高校生が、当番を組むようになりました。（見本）' },
  },
  verified: SCHOOL_VERIFIED,
};

export const MODEL_PROJECTS: readonly PlannedModelProject[] = [FLOWERS, SHOP_ON_WHEELS, SCHOOL_AFTER_SCHOOL];
