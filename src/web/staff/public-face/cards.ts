/** One kind of thing that the town publishes, on the hub of the staff. */
export interface PublicFaceCard {
  readonly title: string;
  /** What is written there, in one sentence. */
  readonly text: string;
  /** Where it is written, inside the town. */
  readonly path: string;
  /** Where residents read it, inside the town. */
  readonly publicPath: string;
}

/** In the order of the page: one line a capability. */
export const PUBLIC_FACE_CARDS: readonly PublicFaceCard[] = [
  {
    title: '自治体の紹介文',
    text: '入口のページの文、「協働とは」のページ、申し込みかたを書きます。',
    path: 'staff/public-face/words',
    publicPath: 'about',
  },
  {
    title: '校区の紹介',
    text: '校区ごとに、どんな所かを書きます。校区のページのはじめに載ります。',
    path: 'staff/public-face/districts',
    publicPath: 'districts',
  },
  {
    title: '取り組みの記録',
    text: '勉強会や研修会で、いつ、何をしたかを、写真と資料とともに載せます。',
    path: 'staff/public-face/records',
    publicPath: 'records',
  },
  {
    title: 'お知らせ',
    text: '日付と本文を書き、載せる期間を決めて公開します。新しいものが入口のページに出ます。',
    path: 'staff/public-face/bulletins',
    publicPath: 'bulletins',
  },
  {
    title: '首長への手紙',
    text: '届いた手紙を読み、担当を決め、決裁を受けて回答します。同意のある手紙は、氏名を除いて公表します。',
    path: 'staff/voices/letters',
    publicPath: 'mayor-letters',
  },
  {
    title: '企画提案',
    text: '募集を作って公開し、届いた提案を見ます。紙の提案も入力できます。',
    path: 'staff/proposals',
    publicPath: 'calls',
  },
  {
    title: '意見募集',
    text: '条例や計画の案を載せて意見を受け付け、まとまりごとの考え方を決裁を受けて公表します。',
    path: 'staff/voices/consultations',
    publicPath: 'consultations',
  },
  {
    title: '交付の公表',
    text: '交付のページは、通知書を出すとひとりでにできます。載せられない答えや写真を、理由を残して外します。',
    path: 'staff/public-face/withholdings',
    publicPath: 'grants',
  },
];
