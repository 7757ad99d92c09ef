import type { PlannedModelProject } from './model-projects.js';
import { drawing } from './pictures.js';
import type { Verified } from './verified.js';

const VERIFIED: Verified = {
  committee: {
    purpose: ['reached', '四つの区が同じ日に行い、収集の車が一度ですみました。'],
    residents: ['enough', '180人が参加し、区ごとにまとめ役を決めました。'],
    organization: ['somewhat', '区どうしが、人手と道具を貸し借りするようになりました。'],
    subsidy: ['less', '道具は来年も使えるので、袋の費用だけですみます。'],
    direction: ['continue', '春と秋の2回にして続けたいです。'],
  },
  section: {
    purpose: ['reached', '集めたごみは、区ごとに行ったときの合計より多くなりました。'],
    residents: ['enough', '町は収集の車を出し、ほかは住民が進めました。'],
    organization: ['somewhat', '若い世帯の参加は、まだ少なめです。'],
    subsidy: ['less', '道具がそろったので、少ない額で足ります。'],
    direction: ['continue', 'ほかの地区にも声をかけます。'],
  },
  panel: {
    purpose: ['mostly', '日はそろいましたが、終わったあとの話し合いがあるとよいです。'],
    residents: ['enough', '参加した人の数は十分です。'],
    organization: ['somewhat', 'まとめ役を若い人にも広げてください。'],
    subsidy: ['none', '区の会費でも続けられると考えます。'],
    direction: ['continue', '補助は減らしながら続けるのがよいと考えます。'],
  },
  members: [
    {},
    { purpose: ['reached', '収集の車が一度ですんだことは、はっきりした成果です。'] },
    { subsidy: ['less', '袋の費用ぐらいは、もう1年支えてもよいと考えます。'] },
  ],
  decided: {
    direction: 'continue',
    why: '目的は達成されました。次の年は補助の割合を下げ、春と秋の2回に増やして続けます。（見本）',
  },
};

/** A model project that takes one day, so that it is over on the day on which somebody first looks; all of it 見本. */
export const cleaningDay = (today: string): PlannedModelProject => ({
  title: '町内一斉清掃の日をそろえる（見本）',
  district: '御徳',
  costs: [
    { category: '消耗品費', remark: '軍手とごみ袋', each: 300, times: 200, unit: '組' },
    { category: '印刷製本費', remark: '参加を呼びかけるちらし', each: 10, times: 2_000, unit: '枚' },
    { category: '保険料', remark: '清掃の日の保険', each: 100, times: 200, unit: '人' },
  ],
  answers: {
    purpose: { 'who-does': '住民が清掃し、町が収集の車を出す。（見本）' },
    plan: {
      ...{ 'period][from': today, 'period][until': today },
      'place][name': '御徳の四つの区（見本）',
      'place][address': '福岡県鞍手郡小竹町大字御徳（見本）',
    },
    growing: {
      people: '各区の環境の係と、子ども会の役員。（見本）',
      raising: '区ごとにまとめ役を決め、年に1回話し合う。（見本）',
      helpers: '30',
    },
  },
  firstYear: { year: '1年目', what: '四つの区が同じ日に清掃する。（見本）', goal: '150人が参加する。（見本）' },
  afterwards: '道具を使い回し、袋は区の会費で買う。（見本）',
  report: {
    ...{ from: today, until: today, people: 180, achieved: 'as-planned' },
    done: '四つの区が同じ日に清掃し、集めたごみを一度に運びました。（見本）',
    lessons: '収集の手間が減りました。次は、若い世帯にも声をかけます。（見本）',
    costs: { 軍手とごみ袋: 60_000, 参加を呼びかけるちらし: 20_000, 清掃の日の保険: 20_000 },
    income: { 会費と繰越金から: 10_000 },
    paid: { on: today, payee: '小竹見本商店' },
    pictures: [drawing('three-groups.jpg', '前の日に集まり、区ごとに持ち場を決めました。（見本の絵）')],
    growth: { helpers: 12, raised: '区ごとに、まとめ役が3人ずつ決まりました。（見本）' },
  },
  verified: VERIFIED,
});
