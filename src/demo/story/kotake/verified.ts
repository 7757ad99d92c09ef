/** What one side says of each point of the sheet: the option and why. */
export type View = Readonly<
  Record<'purpose' | 'residents' | 'organization' | 'subsidy' | 'direction', readonly [option: string, why: string]>
>;

/** What the three sides say of a model project at the end of its year, and what the town decides; all of it 見本. */
export interface Verified {
  readonly committee: View;
  readonly section: View;
  readonly panel: View;
  /** How the sheets of its members differ from what the panel agreed on, the chair first. */
  readonly members: readonly Partial<View>[];
  readonly decided: { readonly direction: string; readonly why: string };
}

export const FLOWERS_VERIFIED: Verified = {
  committee: {
    purpose: ['reached', '花壇ができ、ごみを捨てる人が減りました。'],
    residents: ['enough', '四つの区が、それぞれの花壇を受け持ちました。'],
    organization: ['grown', '講習会を受けた9人が、花壇の世話係になりました。'],
    subsidy: ['less', '種を採れたので、来年は苗の費用が少なくてすみます。'],
    direction: ['continue', '春の植え替えまで行って、やり方を固めたいです。'],
  },
  section: {
    purpose: ['mostly', '四つの花壇のうち三つは、よく手入れされていました。'],
    residents: ['enough', '植える日も手入れの日も、住民が決めていました。'],
    organization: ['grown', '子ども会の保護者が、新しく加わりました。'],
    subsidy: ['less', '苗の費用は減りますが、道具の更新が残っています。'],
    direction: ['continue', '水やりの当番を決めることを、2年目の課題とします。'],
  },
  panel: {
    purpose: ['mostly', '河川敷に人が集まるようになりました。'],
    residents: ['enough', '住民が主役になっています。'],
    organization: ['somewhat', '世話係が増えた一方で、まとめる人は同じままです。'],
    subsidy: ['less', '補助の割合を下げても、続けられると考えます。'],
    direction: ['continue', '担い手が育つのを、もう1年見守るのがよいと考えます。'],
  },
  members: [
    {},
    { organization: ['grown', '世話係が9人になったことは、大きな前進です。'] },
    {
      purpose: ['reached', '河川敷のごみは、目に見えて減りました。'],
      subsidy: ['same', '道具の更新が終わるまでは、同じ額が要ります。'],
    },
  ],
  decided: {
    direction: 'continue',
    why: '目的はおおむね達成され、担い手も育っています。2年目は、水やりの当番づくりに取り組みながら続けます。（見本）',
  },
};

export const SHOP_VERIFIED: Verified = {
  committee: {
    purpose: ['mostly', '見守りでは喜ばれましたが、買い物は思うように続きませんでした。'],
    residents: ['some', '声をかける係は、三つの区で決まりました。'],
    organization: ['somewhat', '区の福祉の係どうしが、話し合うようになりました。'],
    subsidy: ['same', '車を借りる費用は、売上げではまかなえませんでした。'],
    direction: ['change', '車を出すのをやめ、注文を届ける形に変えたいです。'],
  },
  section: {
    purpose: ['partly', '12回の計画に対して8回にとどまりました。'],
    residents: ['some', '二つの区では、係がまだ決まっていません。'],
    organization: ['somewhat', '商店と区が、初めて一緒に取り組みました。'],
    subsidy: ['less', '車の借上げをやめれば、費用は半分ほどですみます。'],
    direction: ['change', '見守りの輪は残し、販売の方法を考え直します。'],
  },
  panel: {
    purpose: ['partly', '買い物に来た人は、1回に17人ほどでした。'],
    residents: ['some', '商店の負担が重く、一部の人の頑張りに頼っています。'],
    organization: ['same', '続けていく組織の形が、まだ見えません。'],
    subsidy: ['less', '同じやり方のままなら、補助を続ける理由が弱いと考えます。'],
    direction: ['change', '見守りを中心にし、買い物は注文を届ける形に改めるべきです。'],
  },
  members: [
    {},
    { direction: ['end', '販売は店にまかせ、見守りだけを別の取り組みにするのがよいと考えます。'] },
    { organization: ['somewhat', '声をかける係が三つの区で決まったことは、次につながります。'] },
  ],
  decided: {
    direction: 'change',
    why: '見守りは役に立ちましたが、販売は計画どおりにできませんでした。2年目は、販売の車をやめ、注文をまとめて届ける形に改めます。（見本）',
  },
};

export const SCHOOL_VERIFIED: Verified = {
  committee: {
    purpose: ['reached', '毎回19人ほどの子どもが、安心して過ごせました。'],
    residents: ['enough', '保護者と高校生が、当番を組みました。'],
    organization: ['grown', '昔遊びの先生も加わり、顔ぶれが広がりました。'],
    subsidy: ['same', '学生への謝礼は、会費だけではまかなえません。'],
    direction: ['grow', '待っている子どもがいるので、日を増やしたいです。'],
  },
  section: {
    purpose: ['reached', '働く保護者から、助かっているという声が届いています。'],
    residents: ['enough', '提案した職員の手をはなれ、地域の人が進めています。'],
    organization: ['grown', '新しく11人が加わりました。'],
    subsidy: ['same', '日を増やすには、いまの額が必要です。'],
    direction: ['grow', '公民館は週に2日まで開けられます。'],
  },
  panel: {
    purpose: ['reached', '計画した20回を、すべて行いました。'],
    residents: ['enough', '大人も子どもも、役割を持っていました。'],
    organization: ['grown', '次の担い手になる高校生が育っています。'],
    subsidy: ['less', '本と文具は、寄附を募ることもできます。'],
    direction: ['grow', 'ほかの地区にも広げる価値があります。'],
  },
  members: [
    {},
    { subsidy: ['same', '学生への謝礼は、しばらく支えたほうがよいと考えます。'] },
    { direction: ['continue', '日を増やすのは、当番がそろってからでもよいと考えます。'] },
  ],
  decided: {
    direction: 'grow',
    why: '目的は達成され、担い手も広がりました。2年目は週に2日に増やし、御徳地区にも紹介します。（見本）',
  },
};
