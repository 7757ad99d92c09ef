import { systemActor, type MunicipalityId } from '../kernel/actor.js';
import { UnitOfWork } from '../platform/database/index.js';
import { Calls, WriteCall } from '../proposals/index.js';
import { kotake } from './towns/kotake.js';
import type { Providers } from './seed-towns.js';

const essay = (id: string, label: string, hint: string, maxLength: number, required: boolean) => ({
  ...{ id, kind: 'text', lines: 'many', label, hint, maxLength, required, when: null },
});

/** 小竹町's call of 令和8年度. Its fields are those by which the town sorted what came in; words and days are samples. */
const KOTAKE_CALL = {
  title: '令和8年度 協働のまちづくり事業企画提案（見本）',
  lead: '住民と町がいっしょに取り組むと、もっとよくなることは何でしょうか。地域の困りごとや、やってみたいことを提案してください。金額や細かな計画は、まだ決まっていなくてかまいません。（見本）',
  themeKind: 'free',
  theme: '',
  proposers: ['resident', 'organization', 'company', 'staff'],
  fields: [
    { id: 'community', label: 'コミュニティ' },
    { id: 'environment', label: '環境・農業' },
    { id: 'elderly', label: '高齢者福祉' },
    { id: 'commerce', label: '商業' },
    { id: 'children', label: '子育て・教育' },
    { id: 'other', label: 'その他' },
  ],
  form: [
    {
      id: 'proposal',
      title: '提案の内容',
      lead: '決まっていないところは、いまの考えを書いてください。',
      questions: [
        essay('aim', '解決したいこと', '地域のどんな困りごとを、どうしたいですか。', 800, true),
        essay('activities', '行うこと', 'だれが、いつごろ、何をしますか。', 800, true),
        {
          id: 'place',
          kind: 'place',
          label: '場所',
          hint: '決まっているときに書きます。',
          required: false,
          when: null,
        },
        essay('people', '担い手と役割', '住民・団体・町が、それぞれ何を受け持つとよいですか。', 400, false),
        essay('expected', '期待すること', '行うと、地域はどう変わりますか。', 400, false),
        {
          ...{ id: 'papers', kind: 'file', label: '参考になる資料', hint: '写真や図があれば添えます。' },
          ...{ required: false, when: null, many: true },
        },
      ],
    },
  ],
  criteria: [
    { id: 'need', label: '必要性', hint: '地域に必要とされていること', most: 10 },
    { id: 'together', label: '協働', hint: '住民と町がともに行うことで、よりよくなること', most: 10 },
    { id: 'feasible', label: '実現性', hint: '人と手順の見通しがあること', most: 10 },
    { id: 'lasting', label: '継続', hint: '続けていける見通しがあること', most: 10 },
  ],
  afterwards:
    '担当課が、地域に必要な提案かどうかを確かめます。いくつかの提案は、くわしくお話をうかがい、町長たちの前で発表していただきます。すべての提案を「町が行うもの」「住民が行うもの」「協働で行うもの」に分け、結果をお知らせします。（見本）',
};

const DAYS = { opens: '2026-05-01', closes: '2026-05-31' };

/** Publishes the town's call where it has none; `timetable` replaces its days. */
export async function seedCalls(
  providers: Providers,
  town: MunicipalityId,
  timetable: Partial<Record<'opens' | 'closes', string>> = {},
): Promise<void> {
  if (town !== kotake.municipality.id) return;
  const actor = systemActor(town, '初期設定');
  const calls = await providers.get(UnitOfWork).read(actor, (tx) => providers.get(Calls).all(tx));
  if (calls.length > 0) return;
  const write = providers.get(WriteCall);
  const { callId } = await write.begin(actor);
  const { opens = DAYS.opens, closes = DAYS.closes } = timetable;
  await write.edit(actor, { callId, version: 1, typed: { ...KOTAKE_CALL, opens, closes } });
  await write.publish(actor, { callId, version: 2, confirmed: true });
}
