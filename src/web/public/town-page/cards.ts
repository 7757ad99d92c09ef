/** One way on from the town page. */
export interface TownPageCard {
  readonly title: string;
  /** What is found there, in one sentence. */
  readonly text: string;
  /** Inside the town, e.g. `grants`. */
  readonly path: string;
  /** The words of the link: they say where it leads also when read alone. */
  readonly link: string;
}

/** What a visitor can look up or do without signing in, in the order of the page: one line a capability. */
export const TOWN_PAGE_CARDS: readonly TownPageCard[] = [
  {
    title: '校区と団体',
    text: 'お住まいの校区の団体と、これまでの補助金と結果を見られます。',
    path: 'districts',
    link: '校区を選ぶ',
  },
  {
    title: '交付した補助金',
    text: 'どの校区の、どの団体に、何のために、いくら交付したかを見られます。',
    path: 'grants',
    link: '交付の一覧を見る',
  },
  {
    title: '企画提案',
    text: '地域をよくする考えを自治体に提案できます。募集しているものと、提案のしかたを見られます。',
    path: 'calls',
    link: '企画提案の募集を見る',
  },
  {
    title: '寄せられた企画提案',
    text: 'これまでに寄せられた提案を、自治体・住民・協働のどれで行うものとしたかと、その理由とともに見られます。',
    path: 'proposals',
    link: '提案とその扱いを見る',
  },
  {
    title: '意見募集',
    text: '条例や計画の案に、登録なしで意見を送れます。集まった意見と考え方も読めます。',
    path: 'consultations',
    link: '意見を送る・結果を読む',
  },
  {
    title: '首長への手紙',
    text: 'まちづくりへの意見や提案を、登録なしで送れます。これまでの手紙と回答も読めます。',
    path: 'mayor-letters',
    link: '手紙を書く・回答を読む',
  },
  {
    title: '取り組みの記録',
    text: '話し合いや研修で、いつ、何をしたかを、写真とともに見られます。',
    path: 'records',
    link: '取り組みの記録を見る',
  },
  {
    title: '事業の検証',
    text: '補助金で行った事業について、団体と自治体がどうふりかえり、これからどうするかを見られます。',
    path: 'verifications',
    link: '事業の検証を見る',
  },
  {
    title: '通知書の確認',
    text: '受け取った通知書が本物か、いまも有効かを確かめられます。',
    path: 'check',
    link: '通知書を確かめる',
  },
  {
    title: 'オープンデータ',
    text: '補助金、団体、予算、企画提案の記録を、表計算ソフトで使えるデータで受け取れます。',
    path: 'open-data',
    link: 'データを受け取る',
  },
];
