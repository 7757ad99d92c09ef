import type { LaterPayment } from './after-closing.js';
import type { Disposal } from './disposal.js';
import type { Amendment, Discontinuation, Revocation } from './changes.js';
import type { Refund } from './refunds.js';
import type { Report } from './reports.js';

/** What became of each project, by district; people and places are invented, and so are all amounts. */
export interface Course {
  readonly amendment?: Amendment;
  readonly discontinuation?: Discontinuation;
  readonly revocation?: Revocation;
  readonly report: Report;
  readonly refund?: Refund;
  readonly disposal?: Disposal;
  /** What was still owed when the year was closed, as nobody had claimed it. */
  readonly later?: LaterPayment;
}

const said = { done: '計画のとおり準備し、当日はけが人もなく終わりました。（見本）', achieved: 'mostly' } as const;
const lessons = '新しく参加した家族が増えました。来年度は若い世代に企画から加わってもらいます。（見本）';

export const COURSES = {
  /**
   * More people come to the drill than planned; the town grants more. A gale breaks the tent, which may be scrapped. Nobody
   * claims the rest before the year is closed, so that the budget of the new year pays it.
   */
  小郡: {
    amendment: {
      reason: '隣の校区からも参加の申込みがあり、指導者と材料を増やすため。（見本）',
      quantities: { 応急手当の指導: 4, 炊き出しと応急手当の材料: 600, 行事保険: 600 },
      ownFunds: 145_000,
    },
    report: {
      ...{ from: '令和8年8月8日', until: '令和8年10月31日', people: 580, ...said, lessons },
      costs: {
        ...{ 応急手当の指導: 80_000, 炊き出しと応急手当の材料: 170_000, 全戸に配るちらし: 54_000 },
        ...{ テントと発電機: 66_000, 行事保険: 55_000 },
      },
      income: { 会費と繰越金から: 142_000 },
      paid: { on: '令和8年10月9日', payee: '小郡見本商店' },
    },
    disposal: {
      item: 'テントと発電機',
      keptAt: '小郡校区コミュニティセンターの倉庫',
      plannedOn: '令和9年2月1日',
      reason: '12月の強風でテントの骨が折れ、発電機も水をかぶって動かないため。（見本）',
    },
    later: {
      ...{ amount: 52_000, paidOn: '令和9年6月4日', slipNumber: '27-000041（見本）' },
      basis: '令和9年6月2日決裁 R9-31（見本）、令和9年度 02-01-11-19',
    },
  },
  /** A part of the decision is taken back for the fault of the organisation, which repays late. */
  東野: {
    revocation: {
      kept: 20_000,
      ground: '研修室の使用料に、この事業と関わりのない会合の分が含まれていたため。（見本）',
      heardOn: '令和9年1月12日',
      hearing: '会長から、事実を認め、会計の確認が足りなかった旨の説明があった。（見本）',
    },
    report: {
      ...{ from: '令和8年7月11日', until: '令和9年2月28日', people: 96, ...said, lessons },
      costs: { 専門医の講演: 35_000, 教材: 48_000, 研修室: 9_000, 募集のちらし: 22_000 },
      income: { 会費と繰越金から: 94_000 },
      paid: { on: '令和9年2月13日', payee: '東野見本文具店' },
    },
    // 28,000 yen, 加算金 1,600 and 延滞金 200 as of the day on which it was paid, a month late.
    refund: {
      dueOn: '令和9年2月8日',
      receivedOn: '令和9年3月10日',
      amount: 29_800,
      slipNumber: '8-0103（見本）',
      dunnedUntil: '令和9年3月12日',
    },
  },
  /** What was spent gives exactly what has been paid. */
  のぞみが丘: {
    report: {
      ...{ from: '令和8年7月4日', until: '令和8年9月30日', people: 640, ...said, lessons },
      costs: { '舞台・音響・照明': 160_000, 出し物の材料: 100_000, 行事保険: 30_000, 夜間の警備: 110_000 },
      income: { 地元の商店から: 40_000, 会費と繰越金から: 120_000 },
      paid: { on: '令和8年8月28日', payee: '希みが丘見本企画' },
    },
  },
  /** Less was spent than was paid, and a part of it does not count. */
  三国: {
    report: {
      ...{ from: '令和8年7月15日', until: '令和8年9月30日', people: 260, ...said, lessons },
      costs: {
        ...{ 音響と放送: 16_000, 競技の用具と参加証: 60_000, 行事保険: 15_000, ボッチャの球: 48_000 },
        熱中症を防ぐ飲み水: 20_000,
      },
      income: { 会費と繰越金から: 85_000 },
      paid: { on: '令和8年9月7日', payee: '三沢見本スポーツ' },
      disallowed: {
        line: '競技の用具と参加証',
        amount: 6_000,
        reason: '領収書に、事業に使わない用品が含まれているため。（見本）',
      },
    },
    // In two parts; the second comes after the closing.
    refund: {
      ...{ dueOn: '令和8年11月30日', receivedOn: '令和8年12月15日', amount: 7_000, slipNumber: '8-0102（見本）' },
      plan: {
        facts: '会費の集まる12月と、次の年度の会費が集まる6月に分けて納めたいと申出があったため。（見本）',
        parts: [
          { dueOn: '令和8年12月18日', amount: 7_000 },
          { dueOn: '令和9年6月7日', amount: 7_000 },
        ],
        last: { receivedOn: '令和9年6月4日', amount: 7_000, slipNumber: '9-0004（見本）' },
      },
    },
  },
  /** Decided in June; the rest is paid in April, while the year is still open for payments. */
  味坂: {
    report: {
      ...{ from: '令和8年7月10日', until: '令和9年2月26日', people: 300, ...said, lessons },
      costs: { 工作の指導: 80_000, 工作の材料: 64_000, 研修室: 40_000, 子どもの傷害保険: 10_000, おやつ: 32_000 },
      income: { 会費と繰越金から: 97_000 },
      paid: { on: '令和9年2月19日', payee: '八坂見本教材' },
    },
  },
  /** Nobody can bind straw without straw: given up, and most of what was paid comes back. */
  御原: {
    discontinuation: {
      effective: '令和8年9月7日',
      reason: '8月の大雨で稲わらが手に入らず、体験会を開けないため。（見本）',
      spent: 21_600,
    },
    report: {
      ...{ from: '令和8年9月1日', until: '令和8年9月7日', people: 0, ...said, achieved: 'not', lessons },
      done: '手順を書いた冊子を印刷しましたが、稲わらが手に入らず、体験会を取りやめました。（見本）',
      costs: { 注連縄づくりの指導: 0, わらと道具: 0, 手順を書いた冊子: 21_600, 参加の記念品: 0 },
      income: { 材料代として: 0, 会費と繰越金から: 7_600 },
      paid: { on: '令和8年9月2日', payee: '二森見本印刷' },
    },
    // 1,000 yen too much, which are paid back.
    refund: {
      ...{ dueOn: '令和8年11月16日', receivedOn: '令和8年11月10日', amount: 12_000, slipNumber: '8-0101（見本）' },
      excess: 1_000,
    },
  },
} as const satisfies Readonly<Record<string, Course>>;
