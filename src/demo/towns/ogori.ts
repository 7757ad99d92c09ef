import { municipalityId } from '../../kernel/actor.js';
import { approve, consult, type TownDefinition } from './town-definition.js';

/**
 * 小郡市. Code, address and the names of 課 are public facts; people, telephone extensions, bank details, 課略字,
 * articles and the table of authority are invented and marked 見本. Surnames are place names, given names 見本.
 */
export const ogori: TownDefinition = {
  municipality: {
    id: municipalityId('402168'),
    slug: 'ogori',
    name: '小郡市',
    kana: 'おごおりし',
    prefecture: '福岡県',
    hallName: '小郡市役所',
    postalCode: '838-0198',
    address: '福岡県小郡市小郡255番地1',
    headTitle: '小郡市長',
    headName: '花立 見本',
    headVacantActing: null,
    treasurerTitle: '小郡市会計管理者',
    treasurerName: '稲吉 見本',
    paymentMode: 'bank-file',
    bank: {
      consignorCode: '0000402168',
      consignorKana: 'ｵｺﾞｵﾘｼｶｲｹｲｶﾝﾘｼﾔ ｲﾅﾖｼﾐﾎﾝ',
      bankCode: '0177',
      bankKana: 'ﾌｸｵｶ',
      branchCode: '636',
      branchKana: 'ｵｺﾞｵﾘ',
      accountKind: '2',
      accountNumber: '0000001',
      lineEnd: 'crlf',
      endOfFile: false,
      permittedSymbols: '().-/ ',
      transferType: '7',
      cutOffBusinessDays: 3,
    },
    electronicDeliveryBasis: '小郡市行政手続等における情報通信の技術の利用に関する規則第4条（見本）',
    reminderDays: [7, 1],
    sections: [
      section('コミュニティ推進課', '小コ', 'コミュニティ推進係', '211', 'promotion'),
      section('会計課', '小会', '審査係', '111', 'treasury'),
      section('総務広報課', '小総', '情報管理係', '201', null),
      section('市民福祉部', '小市', '庶務係', '301', null),
      section('監査委員事務局', '小監', '監査係', '401', null),
    ],
  },
  posts: [
    { name: '小郡市長', section: '総務広報課', side: 'ordering', duties: ['approve'], rank: 90, whenVacant: 'refuse' },
    { name: '副市長', section: '総務広報課', side: 'ordering', duties: ['approve'], rank: 80 },
    { name: '市民福祉部長', section: '市民福祉部', side: 'ordering', duties: ['approve'], rank: 60 },
    { name: 'コミュニティ推進課長', section: 'コミュニティ推進課', side: 'ordering', duties: ['approve'], rank: 40 },
    {
      name: 'コミュニティ推進係長',
      section: 'コミュニティ推進課',
      side: 'ordering',
      duties: ['promotion', 'approve'],
      rank: 30,
    },
    {
      name: 'コミュニティ推進課 担当',
      section: 'コミュニティ推進課',
      side: 'ordering',
      duties: ['promotion'],
      rank: 10,
    },
    {
      name: '暴力団排除照会 取扱者',
      section: 'コミュニティ推進課',
      side: 'ordering',
      duties: ['inquiry'],
      rank: 10,
    },
    {
      name: '会計管理者',
      section: '会計課',
      side: 'treasury',
      duties: ['treasury-decide'],
      rank: 60,
      whenVacant: 'refuse',
    },
    { name: '会計課 審査担当', section: '会計課', side: 'treasury', duties: ['treasury-check'], rank: 10 },
    { name: '監査委員', section: '監査委員事務局', side: 'audit', duties: ['audit'], rank: 50 },
    { name: 'システム管理者', section: '総務広報課', side: 'ordering', duties: ['administer'], rank: 10 },
  ],
  people: [
    { name: '花立 見本', kana: 'はなたて みほん', signInName: 'shicho', posts: ['小郡市長'] },
    { name: '宝満 見本', kana: 'ほうまん みほん', signInName: 'fukushicho', posts: ['副市長'] },
    { name: '三沢 見本', kana: 'みつさわ みほん', signInName: 'bucho', posts: ['市民福祉部長'] },
    { name: '大保 見本', kana: 'おおほ みほん', signInName: 'kacho', posts: ['コミュニティ推進課長'] },
    { name: '津古 見本', kana: 'つこ みほん', signInName: 'kakaricho', posts: ['コミュニティ推進係長'] },
    { name: '横隈 見本', kana: 'よこぐま みほん', signInName: 'tanto1', posts: ['コミュニティ推進課 担当'] },
    {
      name: '力武 見本',
      kana: 'りきたけ みほん',
      signInName: 'tanto2',
      posts: ['コミュニティ推進課 担当', '暴力団排除照会 取扱者'],
    },
    { name: '稲吉 見本', kana: 'いなよし みほん', signInName: 'kaikei-kanrisha', posts: ['会計管理者'] },
    { name: '松崎 見本', kana: 'まつざき みほん', signInName: 'kaikei-shinsa', posts: ['会計課 審査担当'] },
    { name: '岩田 見本', kana: 'いわた みほん', signInName: 'kansa', posts: ['監査委員'] },
    { name: '八坂 見本', kana: 'やさか みほん', signInName: 'kanri', posts: ['システム管理者'] },
  ],
  authority: {
    basis: '小郡市事務専決規程 別表第1（見本）',
    rules: [
      { act: 'grant-decision', upTo: 1_000_000n, steps: approve('コミュニティ推進係長', 'コミュニティ推進課長') },
      {
        act: 'grant-decision',
        upTo: 5_000_000n,
        steps: [
          ...approve('コミュニティ推進係長', 'コミュニティ推進課長'),
          consult('会計管理者'),
          ...approve('市民福祉部長'),
        ],
      },
      {
        act: 'grant-decision',
        upTo: null,
        steps: [
          ...approve('コミュニティ推進係長', 'コミュニティ推進課長', '市民福祉部長'),
          consult('会計管理者'),
          ...approve('副市長', '小郡市長'),
        ],
      },
      { act: 'payment-order', upTo: 1_000_000n, steps: approve('コミュニティ推進係長', 'コミュニティ推進課長') },
      {
        act: 'payment-order',
        upTo: null,
        steps: approve('コミュニティ推進係長', 'コミュニティ推進課長', '市民福祉部長'),
      },
    ],
  },
};

function section(
  name: string,
  code: string,
  unit: string,
  extension: string,
  role: 'promotion' | 'treasury' | null,
): TownDefinition['municipality']['sections'][number] {
  return {
    name,
    code,
    unit,
    phone: `0942-72-2111（内線${extension}・見本）`,
    fax: '0942-00-0000（見本）',
    mail: null,
    address: '福岡県小郡市小郡255番地1',
    role,
  };
}
