import type { SeriesDefinition } from './public-face.js';

/** The three trainings of 平成24年: days and contents are facts of the town's page, the sentences our own. */
export const kotakeTraining: SeriesDefinition = {
  title: '「協働のまちづくり」に関する職員研修会',
  lead: '勉強会で分かったことを役場の全体で分かち合うために、平成24年に開いた職員の研修会です。',
  meetings: [
    {
      number: 1,
      heldOn: '平成24年5月16日',
      title: '協働を進めるうえでの課題',
      body: '「小竹町で協働（共働）のまちづくりを進めるうえでの課題」を題に、少人数の班で話し合いました。班を入れ替えながら、ほかの班の意見に自分の考えを重ねていきました（ワークショップとワールドカフェ）。',
      photos: [{ scene: 'three-groups', description: '三つの机に分かれて話し合う職員たち（見本の絵）' }],
    },
    {
      number: 2,
      heldOn: '平成24年8月1日',
      title: '三つの提案の発表と、分野ごとの話し合い',
      body: '職員から出た「協働のまちづくり事業企画提案」のうち、三つを提案者が発表しました。\n続いて、次の分野ごとに、これから取り組める協働の事業を考えました。\n・コミュニティ\n・環境・農業\n・高齢者福祉\n・商業\n・子育て・教育',
    },
    {
      number: 3,
      heldOn: '平成24年8月29日',
      title: '情報共有と住民参加の仕組み',
      body: '情報を分け合う方法、住民が参加する方法、まちづくりの計画と条例について発表があり、そのあと班に分かれて話し合いました。',
    },
  ],
};
