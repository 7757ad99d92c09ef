/** What somebody proposes to 小竹町, and what the story plans to become of it. All 29 are invented (見本). */
export interface PlannedProposal {
  /** A field of the call. */
  readonly field: 'community' | 'environment' | 'elderly' | 'commerce' | 'children';
  readonly title: string;
  readonly aim: string;
  readonly activities: string;
  /** Who does it in the end: the town, the residents, or both together. */
  readonly sorted: 'town' | 'residents' | 'together';
}

type Told = readonly [title: string, aim: string, activities: string, sorted: PlannedProposal['sorted']];

const inField = (field: PlannedProposal['field'], told: readonly Told[]): PlannedProposal[] =>
  told.map(([title, aim, activities, sorted]) => ({
    ...{ field, sorted, title: `${title}（見本）` },
    ...{ aim: `${aim}（見本）`, activities: `${activities}（見本）` },
  }));

const COMMUNITY = inField('community', [
  [
    '校区まちづくり組織の立ち上げ',
    '行政区ごとでは担い手が足りない行事や防災を、小学校区で助け合いたい。',
    '区長と各団体で準備会をつくり、校区の計画を一年かけて話し合います。',
    'together',
  ],
  [
    '空き家を使った地域の居場所',
    '近所の人が気軽に集まれる場所が少ない。',
    '空き家を借りて週に2日開け、お茶と相談の場にします。',
    'together',
  ],
  [
    '自主防災マップづくり',
    '大雨のときに、どこへ逃げるかを家ごとに決めていない。',
    '行政区ごとに歩いて危ない所を書き込み、全戸に配ります。',
    'together',
  ],
  [
    '転入した人への案内の冊子',
    '引っ越してきた人に、地域の行事や決まりが伝わらない。',
    '窓口で渡す冊子をつくります。',
    'town',
  ],
  [
    '区の回覧の電子化',
    '回覧が遅く、若い世帯に届かない。',
    '区のお知らせを、町のページからも見られるようにします。',
    'town',
  ],
  ['盆踊りの合同開催', '行政区ごとの盆踊りが続けられない。', '三つの区が合同で行い、準備を分け合います。', 'residents'],
  ['地域の歴史を歩く会', '炭鉱の町の歴史を知る人が減っている。', '語り手と歩く会を、春と秋に開きます。', 'residents'],
]);

const ENVIRONMENT = inField('environment', [
  [
    '遠賀川の河川敷の花畑',
    '河川敷の草が伸び、ごみが捨てられている。',
    '住民が種をまいて手入れをし、町が道具と苗を用意します。',
    'together',
  ],
  [
    '遊休農地の市民農園',
    '使われない田畑が増えている。',
    '持ち主と借りる人を町が引き合わせ、農園として使います。',
    'together',
  ],
  ['生ごみのたい肥づくり', '燃えるごみの半分近くが生ごみである。', '講習会を開き、家庭でたい肥にします。', 'residents'],
  ['不法投棄の見回り', '山沿いの道に不法投棄が続いている。', '看板とカメラを置き、月に2回見回ります。', 'town'],
  [
    '町内一斉清掃の日をそろえる',
    '清掃の日が区で違い、収集の手間がかかる。',
    '年に2回、町内で同じ日に行います。',
    'residents',
  ],
  ['公共施設の電灯の取り替え', '電気代が高い。', '公民館の電灯を、順にLEDに替えます。', 'town'],
]);

const ELDERLY = inField('elderly', [
  [
    '買い物と見守りの移動販売',
    '店が遠く、車のない高齢者が買い物に困っている。',
    '商店と区が組み、週に1回公民館の前で販売し、来ない人には声をかけます。',
    'together',
  ],
  [
    'ごみ出しの手伝い隊',
    'ごみを集積所まで運べない世帯がある。',
    '近所の登録した人が、朝のごみ出しを手伝います。',
    'residents',
  ],
  ['公民館の健康体操', '冬に家から出ない高齢者が多い。', '保健師が指導者を育て、住民が週に1回開きます。', 'together'],
  [
    '緊急連絡カードの配布',
    '一人暮らしの方が倒れたときに、連絡先が分からない。',
    '冷蔵庫に貼るカードを配ります。',
    'town',
  ],
  ['乗り合いの送り迎え', '病院に行くバスが少ない。', '町が乗り合いの車を、曜日を決めて走らせます。', 'town'],
  [
    '昔遊びの先生の登録',
    '高齢者が子どもと話す機会が少ない。',
    '得意なことのある方を登録し、学校に紹介します。',
    'residents',
  ],
]);

const COMMERCE = inField('commerce', [
  ['駅前の朝市', '駅前の商店が減り、人通りがない。', '月に1回、農家と商店が朝市を開きます。', 'together'],
  ['小竹の土産の開発', '町の名の付いた土産がない。', '商工会の有志が、地元の米を使った菓子を試作します。', 'residents'],
  ['空き店舗の短期貸し', '店を始めたい人が試す場所がない。', '空き店舗を、3か月ごとに安く貸します。', 'town'],
  ['商店の手書き地図', 'どこに何の店があるか、若い世帯が知らない。', '高校生が店を訪ね、地図にします。', 'residents'],
  [
    '町の支払の電子化',
    '窓口の支払が現金だけで不便である。',
    '証明書の手数料を、電子決済でも払えるようにします。',
    'town',
  ],
]);

const CHILDREN = inField('children', [
  [
    '放課後の寺子屋',
    '放課後に、一人で過ごす子どもがいる。',
    '公民館を週に2日開け、元教員と学生が宿題を見ます。',
    'together',
  ],
  [
    '通学路の見守りの輪',
    '下校の時間に、人通りの少ない道がある。',
    '散歩の時間を下校に合わせ、腕章を着けて歩きます。',
    'residents',
  ],
  [
    '子育ての情報の一本化',
    '子育ての案内が課ごとに分かれている。',
    '町のページに、年齢ごとの案内をまとめます。',
    'town',
  ],
  [
    '親子の農業体験',
    '農家の子でも、田植えをしたことがない。',
    '農家が田を貸し、親子で田植えと稲刈りをします。',
    'residents',
  ],
  ['図書室の土曜の延長', '働く親が、子どもと図書室に行けない。', '土曜の閉室を、2時間遅くします。', 'town'],
]);

/** In the order in which they come in. */
export const KOTAKE_PROPOSALS: readonly PlannedProposal[] = [
  ...COMMUNITY,
  ...ENVIRONMENT,
  ...ELDERLY,
  ...COMMERCE,
  ...CHILDREN,
];
