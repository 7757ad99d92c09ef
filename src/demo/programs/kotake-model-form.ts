import type { FormSection } from '../../forms/index.js';
import { essay, papers, pledge } from './form-parts.js';

/**
 * What a model project is asked for, after the points that 小竹町 took up for its モデル事業: purpose, concrete plan, people and
 * organisation, years. The wording is 見本. `title`, `aim`, `place`, `activities` and `people` are those of the proposals.
 */
export const KOTAKE_MODEL_FORM: readonly FormSection[] = [
  {
    id: 'purpose',
    title: '目的',
    lead: '地域のどんな困りごとを、どう変えたいかを書きます。',
    questions: [
      {
        ...{ id: 'title', kind: 'text', lines: 'one', label: 'モデル事業の名称', maxLength: 40 },
        ...{ hint: '例　通学路の花いっぱい見守り隊', required: true, when: null },
      },
      essay(
        {
          id: 'aim',
          label: '目的',
          hint: 'いま困っていることと、この事業が終わったときに、どうなっていればよいか。',
        },
        600,
      ),
      essay(
        { id: 'who-does', label: '住民・町・協働の分担', hint: '住民がすること、町がすること、一緒にすること。' },
        400,
      ),
    ],
  },
  {
    id: 'plan',
    title: '具体的な計画',
    lead: '今年度に何を、いつ、どこで行うかを書きます。',
    questions: [
      essay({ id: 'activities', label: '主な活動', hint: '何を、どのような手順で行うかを書いてください。' }, 1000),
      {
        ...{ id: 'period', kind: 'period', label: '今年度の事業の期間', hint: '準備から片づけまで。' },
        ...{ required: true, when: null },
      },
      {
        ...{ id: 'place', kind: 'place', label: '主な場所', hint: '決まっていなければ予定の場所。' },
        ...{ required: true, when: null },
      },
      {
        ...{ id: 'schedule', kind: 'table', label: '日程', hint: '主な準備と当日の予定を書いてください。' },
        ...{ required: false, when: null, mostRows: 12 },
        columns: [
          { id: 'day', label: '日', kind: 'date' },
          { id: 'what', label: 'すること', kind: 'text' },
        ],
      },
    ],
  },
  {
    id: 'growing',
    title: '人材育成・組織づくり',
    lead: '事業を続けていく人と組織を、どう育てるかを書きます。',
    questions: [
      essay(
        {
          id: 'people',
          label: '中心になる人と役割',
          hint: '個人の名前は書かず、役割で書いてください。例　子ども会の役員',
        },
        400,
      ),
      essay({ id: 'raising', label: '人材育成の計画', hint: '新しい担い手を、どうやって増やしますか。' }, 600),
      {
        ...{ id: 'helpers', kind: 'number', label: '活動にたずさわる人の見込み', hint: '', unit: '人' },
        ...{ least: 1, most: 10_000, required: true, when: null },
      },
    ],
  },
  {
    id: 'years',
    title: '年次の計画',
    lead: '補助は3年目までで、年を追って少なくなります。そのあと、どう続けるかも書きます。（見本）',
    questions: [
      {
        ...{ id: 'yearly', kind: 'table', label: '年ごとの計画', hint: '1年目から順に書いてください。' },
        ...{ required: true, when: null, mostRows: 3 },
        columns: [
          { id: 'year', label: '何年目', kind: 'text' },
          { id: 'what', label: 'すること', kind: 'text' },
          { id: 'goal', label: 'その年の目標', kind: 'text' },
        ],
      },
      essay({ id: 'afterwards', label: '補助が終わったあと', hint: '費用と人手を、どうまかなうつもりですか。' }, 400),
    ],
  },
  {
    id: 'attachments',
    title: '添付書類',
    lead: '見積書や図など、内容がわかる書類があれば添えます。写真でもかまいません。',
    questions: [
      papers({ id: 'estimate', label: '見積書', hint: '1件5万円以上の支出があるときに添えてください。' }, false),
      papers({ id: 'other', label: 'そのほかの書類', hint: '必要に応じて添えてください。' }, false),
    ],
  },
  {
    id: 'pledges',
    title: '誓約',
    lead: '一つずつ読み、同意するものに印を付けます。',
    questions: [
      pledge('no-gangs', '暴力団の排除', '暴力団または暴力団員と関係がありません。（見本）'),
      pledge('no-other-grant', '重ねての補助', '同じ経費について、ほかの補助金を受けません。（見本）'),
      pledge('books', '帳簿と領収書', '補助金の出入りを帳簿に記し、領収書とともに5年間保管します。（見本）'),
      pledge(
        'verification',
        '検証と公表',
        '年度の終わりの検証に協力し、団体名、事業の名称、補助金の額、結果と検証の内容が公表されることに同意します。（見本）',
      ),
    ],
  },
];
